# What `cmake --install` puts where, beside the rooms' libraries and headers (EdgewiseRoom.cmake): the shipped rule
# packs, the CMake package and the pkg-config file.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/edgewise)

install(DIRECTORY rules/packs/ DESTINATION ${CMAKE_INSTALL_DATADIR}/edgewise/packs
  FILES_MATCHING PATTERN "*.yaml" PATTERN "*.json" PATTERN "*.tsv" PATTERN "*.md")

# Programs write #include <edgewise/graph/knowledge_graph.h>; the headers themselves are found from include/edgewise.
target_include_directories(edgewise_edgewise INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
install(TARGETS edgewise_edgewise EXPORT edgewiseTargets)
install(EXPORT edgewiseTargets NAMESPACE edgewise:: DESTINATION ${package_dir})

configure_package_config_file(cmake/edgewiseConfig.cmake.in ${PROJECT_BINARY_DIR}/edgewiseConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/edgewiseConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/edgewiseConfig.cmake ${PROJECT_BINARY_DIR}/edgewiseConfigVersion.cmake
  cmake/Findre2.cmake DESTINATION ${package_dir})

# The libraries are static, so whoever links them needs everything below them as well: Requires, not Requires.private.
# The file finds its prefix from where it lies, because `cmake --install --prefix` may choose another than CMake knew.
file(RELATIVE_PATH up_to_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(cmake/edgewise.pc.in ${PROJECT_BINARY_DIR}/edgewise.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/edgewise.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
