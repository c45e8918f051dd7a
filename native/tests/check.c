// SPDX-License-Identifier: GPL-2.0-only
#include "check.h"

int check_failed;

int check_main(const struct test *tests, unsigned count)
{
    unsigned failed = 0;

    for (unsigned i = 0; i < count; i++) {
        check_failed = 0;
        tests[i].run();
        if (check_failed) {
            fprintf(stderr, "FAILED %s\n", tests[i].name);
            failed++;
        }
    }
    printf("%u passed, %u failed\n", count - failed, failed);
    return failed != 0;
}
