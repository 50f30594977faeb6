# edgewise_room(NAME SOURCES … HEADERS … [PUBLIC …] [PRIVATE …])
# One static library per room: target edgewise_NAME, alias edgewise::NAME, headers beside the sources.
function(edgewise_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE")
  set(target edgewise_${name})
  add_library(${target} STATIC ${room_SOURCES})
  add_library(edgewise::${name} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${room_HEADERS})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PUBLIC ${room_PUBLIC} PRIVATE ${room_PRIVATE})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
    CXX_EXTENSIONS OFF VERIFY_INTERFACE_HEADER_SETS ON)
  if(EDGEWISE_INSTALL)
    install(TARGETS ${target} EXPORT edgewiseTargets
      ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
      FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/edgewise)
  endif()
endfunction()
