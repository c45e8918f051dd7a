// SPDX-License-Identifier: GPL-2.0-only
#include "zfcpref.h"

#include "ref_kernel.h"

struct zfcpref_claim {
    _Alignas(CACHE_LINE) atomic_t stat_miss;
    int32_t policy;
    _Alignas(CACHE_LINE) struct spinlock lock;
};

struct zfcpref_claim *zfcpref_claim_open(int32_t policy)
{
    struct zfcpref_claim *claim;

    if (policy < 0 || policy >= ZFCPREF_POLICIES)
        return NULL;
    claim = aligned_alloc(CACHE_LINE, sizeof(*claim));
    if (claim == NULL)
        return NULL;
    memset(claim, 0, sizeof(*claim));
    claim->policy = policy;
    return claim;
}

void zfcpref_claim_close(struct zfcpref_claim *claim)
{
    free(claim);
}

static int64_t run_check_then_dec(struct zfcpref_claim *claim, int64_t operations)
{
    int64_t excess = 0;

    for (int64_t i = 0; i < operations; i++) {
        excess += atomic_add_return(1, &claim->stat_miss) <= 0;
        while (atomic_read(&claim->stat_miss) > 0)
            atomic_add(-1, &claim->stat_miss);
    }
    return excess;
}

static int64_t run_add_unless(struct zfcpref_claim *claim, int64_t operations)
{
    int64_t excess = 0;

    for (int64_t i = 0; i < operations; i++) {
        excess += atomic_add_return(1, &claim->stat_miss) <= 0;
        while (atomic_add_unless(&claim->stat_miss, -1, 0))
            ;
    }
    return excess;
}

static bool claim_locked(struct zfcpref_claim *claim)
{
    bool claimed;

    spin_lock(&claim->lock);
    claimed = atomic_read(&claim->stat_miss) > 0;
    if (claimed)
        atomic_add(-1, &claim->stat_miss);
    spin_unlock(&claim->lock);
    return claimed;
}

static int64_t run_lock(struct zfcpref_claim *claim, int64_t operations)
{
    int64_t excess = 0;

    for (int64_t i = 0; i < operations; i++) {
        excess += atomic_add_return(1, &claim->stat_miss) <= 0;
        while (claim_locked(claim))
            ;
    }
    return excess;
}

static int64_t run_claim_all(struct zfcpref_claim *claim, int64_t operations)
{
    int64_t excess = 0;

    for (int64_t i = 0; i < operations; i++) {
        excess += atomic_add_return(1, &claim->stat_miss) <= 0;
        while (atomic_read(&claim->stat_miss) != 0 && atomic_xchg(&claim->stat_miss, 0) != 0)
            ;
    }
    return excess;
}

int64_t zfcpref_claim_run(struct zfcpref_claim *claim, int64_t operations)
{
    switch (claim->policy) {
    case ZFCPREF_CHECK_THEN_DEC:
        return run_check_then_dec(claim, operations);
    case ZFCPREF_LOCK:
        return run_lock(claim, operations);
    case ZFCPREF_CLAIM_ALL:
        return run_claim_all(claim, operations);
    default:
        return run_add_unless(claim, operations);
    }
}
