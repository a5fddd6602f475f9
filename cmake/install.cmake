# SPDX-License-Identifier: MIT
#
# What `cmake --install` brings, and `uninstall` takes away again.

include(GNUInstallDirs)
install(TARGETS mentor)

foreach(page ${MENTOR_PAGES})
  cmake_path(GET page EXTENSION LAST_ONLY section)
  string(SUBSTRING ${section} 1 1 section)
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()

# Where bash, zsh and fish look, and systemd for units that each user may enable. Debian's zsh has a
# place of its own for what is packaged.
set(zsh_functions site-functions)
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr" AND EXISTS /etc/debian_version)
  set(zsh_functions vendor-completions)
endif()
set(MENTOR_ZSH ${CMAKE_INSTALL_DATADIR}/zsh/${zsh_functions} CACHE STRING "Where zsh looks for completions")
set(MENTOR_UNITS lib/systemd/user CACHE STRING "Where systemd looks for units of users; nothing leaves them out")
install(FILES src/cli/completion/bash.txt DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME mentor)
install(FILES src/cli/completion/zsh.txt DESTINATION ${MENTOR_ZSH} RENAME _mentor)
install(FILES src/cli/completion/fish.txt DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        RENAME mentor.fish)
if(MENTOR_UNITS)
  file(GLOB units CONFIGURE_DEPENDS examples/systemd/*.service examples/systemd/*.timer)
  install(FILES ${units} DESTINATION ${MENTOR_UNITS})
endif()

# What the program says of the files it reads, whatever whoever builds has set for it.
set(schemas "")
foreach(file relationship config questions)
  set(schema ${PROJECT_BINARY_DIR}/${file}.schema.json)
  add_custom_command(OUTPUT ${schema}
    COMMAND ${CMAKE_COMMAND} -E env --unset=MENTOR_TODAY --unset=MENTOR_DIR MENTOR_CONFIG=${PROJECT_BINARY_DIR}/none.toml
            ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:mentor> help --schema ${file} > ${schema}
    DEPENDS mentor VERBATIM)
  list(APPEND schemas ${schema})
endforeach()
add_custom_target(schemas ALL DEPENDS ${schemas})
install(FILES ${schemas} DESTINATION ${CMAKE_INSTALL_DATADIR}/mentor)

install(FILES LICENSE README.md CHANGELOG.md ${PROJECT_BINARY_DIR}/notices.txt DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_file(cmake/uninstall.cmake.in uninstall.cmake @ONLY)
add_custom_target(uninstall COMMAND ${CMAKE_COMMAND} -P ${PROJECT_BINARY_DIR}/uninstall.cmake)
