// SPDX-License-Identifier: GPL-2.0-only
/* A test is a function; CHECK counts. The program ends with "N passed, N failed". */
#ifndef FCPMOCK_CHECK_H
#define FCPMOCK_CHECK_H

#include <inttypes.h>
#include <stdio.h>

extern int check_failed;

#define CHECK(condition)                                                              \
    do {                                                                              \
        if (!(condition)) {                                                           \
            fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
            check_failed++;                                                           \
        }                                                                             \
    } while (0)

#define CHECK_EQ(expected, actual)                                                                               \
    do {                                                                                                         \
        uint64_t e_ = (uint64_t)(expected), a_ = (uint64_t)(actual);                                             \
        if (e_ != a_) {                                                                                          \
            fprintf(stderr, "%s:%d: %s is 0x%" PRIx64 ", not 0x%" PRIx64 "\n", __FILE__, __LINE__, #actual, a_, e_); \
            check_failed++;                                                                                      \
        }                                                                                                        \
    } while (0)

struct test {
    const char *name;
    void (*run)(void);
};

#define TEST(name) {#name, name}

int check_main(const struct test *tests, unsigned count);

#define CHECK_MAIN(tests)                                            \
    int main(void)                                                   \
    {                                                                \
        return check_main(tests, sizeof(tests) / sizeof((tests)[0])); \
    }

#endif
