/* floor LIST TREE OUT: the least that any tool could do for the job, in one process and one thread.

   Reads every file that LIST names (one path a line), turns those that end in .md into HTML with cmark-gfm, and
   writes copies of all files of TREE, a finished site, below OUT. Prints the CPU seconds of the three parts. */
#define _XOPEN_SOURCE 700
#include <cmark-gfm.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct file { char *name, *bytes; size_t count; };
static struct file *files;
static size_t count, room;
static const char *tree;

static double cpu(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void fail(const char *path) { perror(path); exit(1); }

static void take(const char *path) {
  if (count == room && !(files = realloc(files, (room = room ? room * 2 : 1024) * sizeof *files))) fail(path);
  int number = open(path, O_RDONLY);
  struct stat status;
  if (number < 0 || fstat(number, &status)) fail(path);
  struct file *file = &files[count++];
  file->name = strdup(path);
  file->bytes = malloc(status.st_size + 1);
  file->count = read(number, file->bytes, status.st_size);
  close(number);
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *walk) {
  (void)status, (void)walk;
  if (kind == FTW_F) take(path);
  return 0;
}

static void put(const char *out, struct file *file) {
  char path[4096];
  snprintf(path, sizeof path, "%s%s", out, file->name + strlen(tree));
  int number = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (number < 0 && errno == ENOENT) {
    for (char *slash = path + strlen(out) + 1; (slash = strchr(slash, '/')); slash++) {
      *slash = 0;
      mkdir(path, 0777);
      *slash = '/';
    }
    number = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  }
  if (number < 0 || write(number, file->bytes, file->count) != (ssize_t)file->count) fail(path);
  close(number);
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  double start = cpu();
  FILE *list = fopen(argv[1], "r");
  if (!list) fail(argv[1]);
  char line[4096];
  while (fgets(line, sizeof line, list)) {
    line[strcspn(line, "\n")] = 0;
    take(line);
  }
  double reading = cpu() - start;
  start = cpu();
  size_t inputs = count, rendered = 0;
  for (size_t i = 0; i < inputs; i++) {
    size_t length = strlen(files[i].name);
    if (length < 3 || strcmp(files[i].name + length - 3, ".md")) continue;
    char *html = cmark_markdown_to_html(files[i].bytes, files[i].count, CMARK_OPT_DEFAULT);
    rendered += strlen(html);
    free(html);
  }
  double parsing = cpu() - start;
  tree = argv[2];
  if (nftw(tree, visit, 32, FTW_PHYS)) fail(tree);
  start = cpu();
  mkdir(argv[3], 0777);
  for (size_t i = inputs; i < count; i++) put(argv[3], &files[i]);
  printf("%.4f %.4f %.4f\n", reading, parsing, cpu() - start);
  return rendered == 0;
}
