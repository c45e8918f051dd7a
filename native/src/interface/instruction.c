// SPDX-License-Identifier: GPL-2.0-only
/* The instructions of a subchannel that do not start a channel program. */
#include <string.h>

#include "state/fault.h"
#include "state/kick.h"
#include "state/storage.h"
#include "state/subchannel.h"
#include "step/fetch.h"

#define FIRST_QUEUE 0x80000000u

/*
 * A SIGA that fails does so after the driver made its SBALs primed. Whether the channel took them nevertheless is what
 * the driver cannot know; the rule says so; then they are fetched here, before the driver takes them back.
 */
static int siga_fault(struct subchannel *sub)
{
    const struct fault_key key = {FCP_FAULT_SIGA, FCP_FAULT_SIGA, FCP_FAULT_ANY, FCP_FAULT_ANY, 0, FCP_FAULT_ANY_LUN};
    struct fcp_fault fault;
    struct fcp_step ignored;
    int cc = 0;

    pthread_mutex_lock(&sub->ch->lock);
    if (sub->state == FCP_SUB_ACTIVE && fault_match(sub, &key, &fault, NULL)) {
        cc = (int)(fault.value & (FCP_CC_BUSY_BIT | 3));
        sub->stats.siga_errors++;
        if (fault.flags == FCP_SIGA_FETCHED) {
            sub->scanning = true;
            do
                ignored = (struct fcp_step){.kind = FCP_STEP_NOTHING};
            while (output_fetch(sub, &ignored));
            if (sub->pending.last)
                sub->pending.last->ghost = true;
        }
    }
    pthread_mutex_unlock(&sub->ch->lock);
    return cc;
}

static int siga(fcp_channel *ch, int32_t number, uint32_t function, uint32_t out_mask, uint32_t in_mask, bool may_wait)
{
    struct subchannel *sub = sub_find(ch, number);
    bool writes = function == FCP_SIGA_WRITE && (out_mask & FIRST_QUEUE);
    uint32_t bell = 0;
    int cc;

    if (!sub)
        return FCP_ENODEV;
    if (function > FCP_SIGA_SYNC)
        return FCP_EINVAL;
    if (atomic_load_explicit(&sub->state, memory_order_relaxed) != FCP_SUB_ACTIVE)
        return 3;
    if (writes && !may_wait && atomic_load_explicit(&sub->siga_faults, memory_order_relaxed))
        return FCP_EAGAIN;
    atomic_fetch_add_explicit(&sub->sigas, 1, memory_order_relaxed);
    if (function == FCP_SIGA_SYNC) {
        /* Main storage is all there is; but who has to synchronise gives no other signal for what it primed. */
        if (!atomic_load_explicit(&sub->synchronised, memory_order_relaxed))
            return 0;
        bell = (out_mask & FIRST_QUEUE ? BELL_OUTPUT : 0) | (in_mask & FIRST_QUEUE ? BELL_INPUT : 0);
    }
    if (writes) {
        if (may_wait && atomic_load_explicit(&sub->siga_faults, memory_order_relaxed)) {
            cc = siga_fault(sub);
            if (cc)
                return cc;
        }
        bell = BELL_OUTPUT;
    }
    if (function == FCP_SIGA_READ && (in_mask & FIRST_QUEUE))
        bell = BELL_INPUT;
    if (bell) {
        atomic_fetch_or(&sub->bell, bell);
        thread_kick(ch);
    }
    return 0;
}

int fcp_siga(fcp_channel *ch, int32_t sub, uint32_t function, uint32_t out_mask, uint32_t in_mask)
{
    return siga(ch, sub, function, out_mask, in_mask, true);
}

int fcp_siga_try(fcp_channel *ch, int32_t sub, uint32_t function, uint32_t out_mask, uint32_t in_mask)
{
    return siga(ch, sub, function, out_mask, in_mask, false);
}

uint32_t *fcp_doorbell(fcp_channel *ch, int32_t number)
{
    struct subchannel *sub = sub_find(ch, number);

    return sub ? (uint32_t *)&sub->bell : NULL;
}

int fcp_set_indicator(fcp_channel *ch, int32_t number, uint64_t address)
{
    struct subchannel *sub = sub_find(ch, number);
    int rc = 0;

    if (!sub)
        return FCP_ENODEV;
    pthread_mutex_lock(&ch->lock);
    if (address && (address % 4 || !storage_has(ch, address, 4)))
        rc = FCP_EINVAL;
    else
        sub->indicator = address;
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

int fcp_ssqd(fcp_channel *ch, int32_t number, void *to)
{
    struct subchannel *sub = sub_find(ch, number);
    struct zl_qdio_ssqd_desc d = {0};
    uint64_t ac2;
    bool little;

    if (!sub)
        return FCP_ENODEV;
    if (!to)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    little = sub->param[FCP_P_LITTLE_ENDIAN];
    ac2 = sub->param[FCP_P_QDIOAC2];
    if (sub->multi_buffer)
        ac2 |= CHSC_AC2_MULTI_BUFFER_ENABLED;
    if (sub->data_div)
        ac2 |= CHSC_AC2_DATA_DIV_ENABLED;
    HW_PUT(little, d.flags, CHSC_FLAG_QDIO_CAPABILITY | CHSC_FLAG_VALIDITY);
    HW_PUT(little, d.sch, sub->number);
    HW_PUT(little, d.qfmt, QDIO_ZFCP_QFMT);
    HW_PUT(little, d.qdioac1, sub->param[FCP_P_QDIOAC1]);
    HW_PUT(little, d.pcnt, 1);
    HW_PUT(little, d.icnt, 1);
    HW_PUT(little, d.ocnt, 1);
    HW_PUT(little, d.qdioac2, ac2);
    pthread_mutex_unlock(&ch->lock);
    watch_write(to, sizeof(d));
    memcpy(to, &d, sizeof(d));
    return 0;
}

int fcp_siosl(fcp_channel *ch, int32_t number)
{
    struct subchannel *sub = sub_find(ch, number);

    if (!sub)
        return FCP_ENODEV;
    pthread_mutex_lock(&ch->lock);
    sub->stats.siosls++;
    pthread_mutex_unlock(&ch->lock);
    return 0;
}
