// SPDX-License-Identifier: GPL-2.0-only
/* The record of accesses to main storage: kept by the variant "watched", refused by the others. */
#include <stdlib.h>

#include "check.h"
#include "driver.h"

#define MAX 65536

static struct fcp_access access[MAX];

#ifdef FCP_WATCHED

/* What the channel has accessed in the storage of d, from the first record on. */
static int take(struct driver *d)
{
    int all = fcp_accesses(access, MAX), kept = 0;

    for (int i = 0; i < all; i++) {
        uint64_t offset = access[i].address - (uint64_t)(uintptr_t)d->storage;

        if (offset < DRIVER_STORAGE)
            access[kept++] = access[i];
    }
    return kept;
}

/* The first record from `from` on of that kind that covers the byte, or -1. */
static int find(int n, int from, uint64_t address, uint32_t kind)
{
    for (int i = from; i < n; i++)
        if (access[i].kind == kind && address - access[i].address < access[i].length)
            return i;
    return -1;
}

static void an_srb_is_fetched_written_and_answered_in_this_order(void)
{
    struct driver d;
    struct zl_fsf_status_read_buffer *b;
    int n, fetched, written, answered;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    b = driver_alloc(&d, sizeof(*b), 4096);
    driver_send_srb(&d, b);
    take(&d);
    driver_run(&d);
    n = take(&d);
    fetched = find(n, 0, (uint64_t)(uintptr_t)d.slsb[1], FCP_SYNC_READ);
    CHECK(fetched >= 0);
    CHECK(find(n, fetched, (uint64_t)(uintptr_t)d.sbal[1], FCP_READ) > fetched);
    CHECK(find(n, fetched, (uint64_t)(uintptr_t)d.slsb[1], FCP_SYNC_WRITE) > fetched);
    CHECK_EQ(-1, find(n, 0, (uint64_t)(uintptr_t)b, FCP_WRITE));

    CHECK_EQ(1, fcp_notify(d.ch, d.sub, &(struct fcp_notification){.type = FSF_STATUS_READ_LINK_UP}));
    take(&d);
    driver_run(&d);
    n = take(&d);
    written = find(n, 0, (uint64_t)(uintptr_t)b, FCP_WRITE);
    CHECK(written >= 0);
    answered = find(n, written, (uint64_t)(uintptr_t)d.sbal[0], FCP_WRITE);
    CHECK(answered > written);
    CHECK(find(n, answered, (uint64_t)(uintptr_t)d.slsb[0], FCP_SYNC_WRITE) > answered);
    CHECK_EQ(0, take(&d));
    driver_close(&d, true);
}

static void too_little_room_loses_nothing(void)
{
    struct driver d;

    driver_open(&d, NULL);
    CHECK(driver_up(&d));
    CHECK_EQ((uint64_t)FCP_ENOMEM, fcp_accesses(access, 1));
    CHECK(take(&d) > 1);
    driver_close(&d, true);
}

static const struct test tests[] = {
    TEST(an_srb_is_fetched_written_and_answered_in_this_order),
    TEST(too_little_room_loses_nothing),
};

#else

static void the_ordinary_library_keeps_no_record(void)
{
    CHECK_EQ((uint64_t)FCP_EINVAL, fcp_accesses(access, MAX));
}

static const struct test tests[] = {
    TEST(the_ordinary_library_keeps_no_record),
};

#endif

CHECK_MAIN(tests)
