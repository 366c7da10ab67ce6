#include <stdio.h>
#include <xlsxwriter.h>

// The library prints what goes wrong to the stream `stderr`, beside the error that it returns. This gives the name
// another stream and returns the one it had.
static inline FILE *xlsx_replace_stderr(FILE *stream) {
  FILE *before = stderr;
  stderr = stream;
  return before;
}
