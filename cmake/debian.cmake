# SPDX-License-Identifier: MIT
#
# What cpack runs once the files of the package lie in a folder of their own: what Debian's policy
# wants of them, and nothing that a `cmake --install` needs.
set(root ${CPACK_TEMPORARY_DIRECTORY}/usr)
set(doc ${root}/share/doc/mentor)

# The same source is the same package, to the byte.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND git -C ${CPACK_MENTOR_SOURCE} log -1 --format=%ct
                  OUTPUT_VARIABLE moment OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT moment)
    file(TIMESTAMP ${CPACK_MENTOR_SOURCE}/CHANGELOG.md moment "%s" UTC)
  endif()
  set(ENV{SOURCE_DATE_EPOCH} ${moment})
endif()
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)

# Licenses go by one name, and changes by two: ours, and the package's.
file(REMOVE ${doc}/LICENSE)
file(RENAME ${doc}/notices.txt ${doc}/copyright)
file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
file(WRITE ${doc}/changelog.Debian
"mentor (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * What changed is told in changelog.gz.

 -- ${CPACK_DEBIAN_PACKAGE_MAINTAINER}  ${date}
")
file(GLOB pages ${root}/share/man/man*/*)
foreach(file ${pages} ${doc}/changelog ${doc}/changelog.Debian)
  execute_process(COMMAND gzip -9n ${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

if(EXISTS ${root}/share/zsh/site-functions)
  file(RENAME ${root}/share/zsh/site-functions ${root}/share/zsh/vendor-completions)
endif()

if(CPACK_MENTOR_STATIC)
  file(WRITE ${root}/share/lintian/overrides/mentor
"# One program for every Debian, which starts in half the time: copyright names what is in it.
mentor: statically-linked-binary [usr/bin/mentor]
mentor: embedded-library ncurses [usr/bin/mentor]
")
endif()
