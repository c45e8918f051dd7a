// SPDX-License-Identifier: GPL-2.0-only
/*
 * The accesses of each thread since it has last taken them. Numbers in local variables are accessed by the same functions as numbers
 * in main storage and are recorded, too: whoever takes the records knows which addresses are main storage.
 */
#include "base/watch.h"

#include <string.h>

#ifdef FCP_WATCHED

/* What the channel does between two calls of fcp_accesses(): the steps of hundreds of requests fit. */
#define ROOM 65536

static _Thread_local struct fcp_access record[ROOM];
static _Thread_local uint32_t records;

void watch(uint64_t address, uint64_t length, enum fcp_access_kind kind)
{
    if (records < ROOM)
        record[records] = (struct fcp_access){address, (uint32_t)length, kind};
    records++;
}

int fcp_accesses(struct fcp_access *out, uint32_t max)
{
    uint32_t n = records;

    if (n > max && n <= ROOM)
        return FCP_ENOMEM;
    records = 0;                /* those beyond ROOM are lost, and said to be; what follows is complete again */
    if (n > ROOM)
        return FCP_ENOMEM;
    if (n)
        memcpy(out, record, n * sizeof(*out));
    return (int)n;
}

#else

int fcp_accesses(struct fcp_access *out, uint32_t max)
{
    (void)out;
    (void)max;
    return FCP_EINVAL;
}

#endif
