# Installs into a fresh prefix, moves it (a package must not remember where it was built), and uses it from there.
function(run)
  cmake_parse_arguments(PARSE_ARGV 0 run "" "OUTPUT" "COMMAND")
  list(JOIN run_COMMAND " " shown)
  message(STATUS "${shown}")
  execute_process(COMMAND ${run_COMMAND} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output
    WORKING_DIRECTORY ${WORK})
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "exit code ${code}: ${shown}\n${output}")
  endif()
  if(run_OUTPUT)
    set(${run_OUTPUT} "${output}" PARENT_SCOPE)
  endif()
endfunction()

function(expect what text expression)
  if(NOT text MATCHES "${expression}")
    message(FATAL_ERROR "${what}: expected '${expression}' in\n${text}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
run(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/staged)
file(RENAME ${WORK}/staged ${WORK}/prefix)

# The CMake package.
run(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${CONSUMER} -B ${WORK}/build -D CMAKE_PREFIX_PATH=${WORK}/prefix
  -D CMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_FLAGS=${FLAGS}")
run(COMMAND ${CMAKE_COMMAND} --build ${WORK}/build)
run(COMMAND ${WORK}/build/consumer ${WORK}/graph.graphml OUTPUT said)
expect("what the consumer says" "${said}" "rules from .*/prefix/share/edgewise/packs/zh-business.*largest component: 3\n")
file(READ ${WORK}/graph.graphml graphml)
expect("the consumer's graph" "${graphml}" "company-competes-with")

# pkg-config.
set(ENV{PKG_CONFIG_PATH} ${WORK}/prefix/${LIBDIR}/pkgconfig)
run(COMMAND pkg-config --cflags --libs edgewise OUTPUT arguments)
run(COMMAND pkg-config --variable=packsdir edgewise OUTPUT packs)
string(STRIP "${packs}" packs)
if(NOT EXISTS ${packs}/zh-business/pack.yaml)
  message(FATAL_ERROR "no packs in ${packs}, where pkg-config says they are")
endif()
separate_arguments(arguments UNIX_COMMAND "${arguments}")
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
run(COMMAND ${COMPILER} ${flags} -o ${WORK}/formats ${CONSUMER}/formats.cc ${arguments})
run(COMMAND ${WORK}/formats OUTPUT said)
expect("the formats by pkg-config" "${said}" "graphml")

# The program, with a pack by name that is nowhere but in the prefix.
file(COPY ${packs}/zh-business/ DESTINATION ${packs}/only-here)
file(WRITE ${WORK}/article.txt "英特尔是英伟达的竞争对手。\n")
run(COMMAND ${WORK}/prefix/bin/edgewise run -r only-here ${WORK}/article.txt -o ${WORK}/program.dot)
file(READ ${WORK}/program.dot dot)
expect("the program's graph" "${dot}" "英伟达")
