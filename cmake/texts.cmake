# SPDX-License-Identifier: MIT
#
# Texts that are no code but part of the program: what lies beside the code (the guide, the drafts,
# the questions), the manual and the notices become a source: see core/compiled_text.hpp.

set(MENTOR_TEXT_ENTRIES "")
# `file`, as compiled_text() knows it by `name`.
function(add_text name file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} words)
  set(MENTOR_TEXT_ENTRIES "${MENTOR_TEXT_ENTRIES}    {\"${name}\", R\"text(${words})text\"},\n" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE texts CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src src/*.txt src/*.toml src/*.css)
foreach(text ${texts})
  add_text(${text} ${PROJECT_SOURCE_DIR}/src/${text})
endforeach()

# The pages of the manual, in man of the build. One of them says where mentor lives, if we know.
set(MENTOR_PAGES "")
file(GLOB pages CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} man/*.[157])
foreach(page ${pages})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
  file(READ ${page} words)
  if(MENTOR_HOMEPAGE)
    string(REPLACE ".\\\" MENTOR_HOMEPAGE\n"
                   ".Sh BUGS\nPlease report them at\n.Pa ${MENTOR_HOMEPAGE} .\n" words "${words}")
  endif()
  file(CONFIGURE OUTPUT ${page} CONTENT "@words@" @ONLY)
  add_text(${page} ${PROJECT_BINARY_DIR}/${page})
  list(APPEND MENTOR_PAGES ${PROJECT_BINARY_DIR}/${page})
endforeach()

include(cmake/notices.cmake)
add_text(notices.txt ${PROJECT_BINARY_DIR}/notices.txt)

configure_file(src/core/compiled_text.cpp.in compiled_text.cpp @ONLY)
# The standard wants compilers to take literals of 64 KB; ours take any.
set_source_files_properties(${PROJECT_BINARY_DIR}/compiled_text.cpp PROPERTIES
  COMPILE_OPTIONS -Wno-overlength-strings)
