# What a desktop needs to know a program by: menu entry, icons, type of its files, manual page, completion.
include(GNUInstallDirs)
set(id org.ravine.Ravine)
set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
set(icons ${PROJECT_SOURCE_DIR}/resources/icons)

install(TARGETS ravine RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/${id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${id}.xml)
install(FILES ${desktop}/ravine.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ravine)
install(FILES ${desktop}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${icons}/ravine.svg DESTINATION ${hicolor}/scalable/apps RENAME ${id}.svg)
install(FILES ${icons}/ravine-experiment.svg DESTINATION ${hicolor}/scalable/mimetypes
        RENAME application-x-ravine-experiment.svg)
foreach(size 48 128 256)
  install(FILES ${icons}/ravine-${size}.png DESTINATION ${hicolor}/${size}x${size}/apps RENAME ${id}.png)
  install(FILES ${icons}/ravine-experiment-${size}.png DESTINATION ${hicolor}/${size}x${size}/mimetypes
          RENAME application-x-ravine-experiment.png)
endforeach()

# The manual page in both languages, from the program's own table of commands.
find_program(RAVINE_GZIP gzip)
if(RAVINE_GZIP)
  foreach(language en ko)
    set(page ${CMAKE_CURRENT_BINARY_DIR}/man/${language}/ravine.1)
    add_custom_command(OUTPUT ${page}.gz
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/man/${language}
      COMMAND ravine --lang ${language} man > ${page}
      COMMAND ${RAVINE_GZIP} -9nf ${page}
      DEPENDS ravine VERBATIM)
    list(APPEND pages ${page}.gz)
  endforeach()
  set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz)
  add_custom_command(OUTPUT ${changelog} COMMAND ${RAVINE_GZIP} -9nc ${PROJECT_SOURCE_DIR}/CHANGELOG.md > ${changelog}
                     DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md VERBATIM)
  add_custom_target(documents DEPENDS ${pages} ${changelog})
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/man/en/ravine.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/man/ko/ravine.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/ko/man1 OPTIONAL)
  install(FILES ${changelog} DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ravine)
set(CPACK_PACKAGE_CONTACT "The Ravine developers <ravine@packages.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "laboratory for loss landscapes and learning rates")
set(CPACK_PACKAGE_DESCRIPTION
    "Pick a two-dimensional loss function or type a formula, set the\nlearning rate and its schedule, and watch descent paths and loss\ncurves side by side: overshoot, oscillation, divergence, crawling,\nlocal minima and saddles. For teaching, in English and Korean.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Hangul needs a font, one of them; the theme's own is welcome.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-cjk | fonts-nanum | fonts-unfonts-core | fonts-baekmuk")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, ffmpeg")
include(CPack)
