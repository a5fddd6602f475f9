# SPDX-License-Identifier: MIT
#
# notices.txt in the build: mentor's license, each library with its version and license, and their
# licenses in full. `mentor help licenses` prints it, and it is installed.

# What a header #defines, such as "MAJOR;MINOR", as "10.42"; "" where it doesn't.
function(version_in header names result)
  set(version "")
  if(EXISTS "${header}")
    foreach(name ${names})
      file(STRINGS "${header}" line REGEX "#[ \t]*define[ \t]+${name}[ \t]" LIMIT_COUNT 1)
      if(line MATCHES "${name}[ \t]+([0-9]+)")
        list(APPEND version ${CMAKE_MATCH_1})
      endif()
    endforeach()
  endif()
  list(JOIN version "." version)
  set(${result} "${version}" PARENT_SCOPE)
endfunction()

# What pkg-config would say of a static library, without needing it.
function(version_of_library library package result)
  cmake_path(GET library PARENT_PATH folder)
  set(version "")
  if(EXISTS "${folder}/pkgconfig/${package}.pc")
    # Some say it in a variable: "version=6.4", then "Version: ${version}".
    file(STRINGS "${folder}/pkgconfig/${package}.pc" lines REGEX "^[Vv]ersion[:=][ \t]*[0-9]")
    string(REGEX MATCH "[0-9][0-9.]*" version "${lines}")
  endif()
  set(${result} "${version}" PARENT_SCOPE)
endfunction()

# A line of the list, in columns.
set(MENTOR_LIBRARIES "")
function(add_library_notice name version license holders)
  string(REPEAT " " 30 blanks)
  string(SUBSTRING "${name}${blanks}" 0 17 name)
  string(SUBSTRING "${version}${blanks}" 0 14 version)
  string(SUBSTRING "${license}${blanks}" 0 28 license)
  set(MENTOR_LIBRARIES "${MENTOR_LIBRARIES}  ${name}${version}${license}${holders}\n" PARENT_SCOPE)
endfunction()

if(EXISTS ${TOMLPLUSPLUS_INCLUDE}/toml++/impl/version.hpp)
  set(header ${TOMLPLUSPLUS_INCLUDE}/toml++/impl/version.hpp)
else()
  set(header ${TOMLPLUSPLUS_INCLUDE}/toml++/impl/version.h)
endif()
version_in(${header} "TOML_LIB_MAJOR;TOML_LIB_MINOR;TOML_LIB_PATCH" toml)
version_in(${UTF8PROC_INCLUDE}/utf8proc.h
           "UTF8PROC_VERSION_MAJOR;UTF8PROC_VERSION_MINOR;UTF8PROC_VERSION_PATCH" utf8proc)
version_in(${PCRE2_INCLUDE}/pcre2.h "PCRE2_MAJOR;PCRE2_MINOR" pcre2)
version_in(${EDIT_INCLUDE}/histedit.h "LIBEDIT_MAJOR;LIBEDIT_MINOR" edit)

add_library_notice(CLI11 "${CLI11_VERSION}" "BSD-3-Clause"
                   "2017-2020 University of Cincinnati, developed by Henry Schreiner")
add_library_notice(fmt "${fmt_VERSION}" "MIT with an exception" "2012-2020 Victor Zverovich; 2018-2020 Remotion (Igor Schulz); 2019 Paul Dreik")
add_library_notice(libedit "${edit}" "BSD-3-Clause, BSD-2-Clause"
                   "1992, 1993 The Regents of the University of California; The NetBSD Foundation")
add_library_notice(nlohmann-json "${nlohmann_json_VERSION}" "MIT"
                   "2013-2022 Niels Lohmann; 2008-2009 Bjoern Hoehrmann; 2009 Florian Loitsch")
add_library_notice(PCRE2 "${pcre2}" "BSD-3-Clause, BSD-2-Clause"
                   "1997-2022 University of Cambridge; Zoltan Herczeg (sljit)")
add_library_notice(toml++ "${toml}" "MIT" "2020-2022 Mark Gillard; 2008-2009 Bjoern Hoehrmann")
add_library_notice(utf8proc "${utf8proc}" "MIT, Unicode"
                   "2009, 2013 Public Software Group e. V.; 2014-2018 Steven G. Johnson, Jiahao Chen, Tony Kelman, Jonas Fonseca and others; 1991-2007 Unicode, Inc.")
if(MENTOR_STATIC)
  version_of_library(${BSD_LIBRARY} libbsd bsd)
  version_of_library(${MD_LIBRARY} libmd md)
  version_of_library(${TINFO_LIBRARY} tinfo tinfo)
  # Of what the compiler itself brings.
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -dM -E -x c++ -include cstddef /dev/null
                  OUTPUT_FILE ${PROJECT_BINARY_DIR}/predefined.h ERROR_QUIET)
  version_in(${PROJECT_BINARY_DIR}/predefined.h "__GLIBC__;__GLIBC_MINOR__" glibc)
  version_in(${PROJECT_BINARY_DIR}/predefined.h "_GLIBCXX_RELEASE" libstdcxx)
  add_library_notice(libbsd "${bsd}" "BSD-3-Clause, ISC and more"
                     "The Regents of the University of California; Todd C. Miller; Guillem Jover and others")
  add_library_notice(libmd "${md}" "BSD-3-Clause and more" "Guillem Jover; Aaron D. Gifford and others")
  add_library_notice(ncurses "${tinfo}" "X11"
                     "1998-2018 Free Software Foundation; 1996-2021 Thomas E. Dickey; 2001 Pradeep Padala")
  add_library_notice("GNU C library" "${glibc}" "LGPL-2.1-or-later" "Free Software Foundation")
  add_library_notice("GNU C++ library" "${libstdcxx}" "GPL-3.0 with exception" "Free Software Foundation")
endif()

file(READ ${PROJECT_SOURCE_DIR}/LICENSE MENTOR_LICENSE)
set(MENTOR_HOMEPAGE_COMMA "")
if(MENTOR_HOMEPAGE)
  set(MENTOR_HOMEPAGE_COMMA ", ${MENTOR_HOMEPAGE}")
endif()
configure_file(${PROJECT_SOURCE_DIR}/cmake/notices.txt.in notices.txt @ONLY)
