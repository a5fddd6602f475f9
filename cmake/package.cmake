# SPDX-License-Identifier: MIT
#
# `cpack`, or the target `package`: a package for Debian 12 and 13 of what was built. It is meant for
# the static program, which needs no library and so runs on both.

set(MENTOR_MAINTAINER "the mentor authors <mentor@example.org>" CACHE STRING
    "Who answers for the package: a name, and an address for mail")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME mentor)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "mentorship journal for the command line")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"It says who needs a check-in, what was promised by either side, and what
comes up: for mentees, and for mentors. There is one plain TOML file for
each person, made to be read and edited by hand; comments and layout
survive every command.")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${MENTOR_MAINTAINER}")
if(MENTOR_HOMEPAGE)
  set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${MENTOR_HOMEPAGE})
endif()
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_RELEASE 0.1) # below any that Debian itself makes of this version
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
if(NOT MENTOR_STATIC)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()
# Whose sensible-editor is the editor where nobody says which.
set(CPACK_DEBIAN_PACKAGE_DEPENDS sensible-utils)
# What a page longer than the window goes through, what Tab needs in bash, and what knows the time in
# other zones; and what shows a reminder on the desktop.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "bash-completion, less, tzdata")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libnotify-bin, man-db")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
    GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# As Debian wants what was installed: see there.
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian.cmake)
set(CPACK_MENTOR_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_MENTOR_STATIC ${MENTOR_STATIC})
include(CPack)
