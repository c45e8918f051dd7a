// SPDX-License-Identifier: GPL-2.0-only
/* Channel and subchannels: creation, settings, counters. */
#include <stdlib.h>
#include <string.h>

#include "state/fault.h"
#include "state/kick.h"
#include "state/subchannel.h"
#include "requests/srb.h"
#include "san/san.h"
#include "step/subchannels.h"
#include "interface/thread.h"

uint32_t fcp_abi_version(void)
{
    return FCP_ABI_VERSION;
}

/* A 16 Gbit channel on a switched fabric; it answers at once. */
static const struct {
    uint32_t param;
    uint64_t value;
} defaults[] = {
    {FCP_P_WWNN, 0x5005076400c01000},
    {FCP_P_LIC_VERSION, 0x718},
    {FCP_P_HIGH_QTCB_VERSION, FSF_QTCB_CURRENT_VERSION},
    {FCP_P_LOW_QTCB_VERSION, FSF_QTCB_CURRENT_VERSION},
    {FCP_P_MAX_QTCB_SIZE, sizeof(struct zl_fsf_qtcb)},
    {FCP_P_MAX_DATA_TRANSFER_SIZE, 0x100000},
    {FCP_P_ADAPTER_FEATURES, 0x338},
    {FCP_P_FC_TOPOLOGY, FSF_TOPO_FABRIC},
    {FCP_P_FC_LINK_SPEED, 0x20},
    {FCP_P_ADAPTER_TYPE, 5},
    {FCP_P_STATUS_READ_BUF_NUM, FSF_STATUS_READS_RECOM},
    {FCP_P_TIMER_INTERVAL, 100},
    {FCP_P_HARDWARE_VERSION, 2},
    {FCP_P_PORT_TYPE, 2},
    {FCP_P_SUPPORTED_SPEED, 0x34},
    {FCP_P_MAXIMUM_FRAME_SIZE, 0x840},
    {FCP_P_LOST_POLICY, FCP_LOST_REPORT},
    {FCP_P_QDIOAC1, 0x20},
    {FCP_P_QDIOAC2, CHSC_AC2_MULTI_BUFFER_AVAILABLE | CHSC_AC2_DATA_DIV_AVAILABLE},
    {FCP_P_QIB_AC, 0x40},
    {FCP_P_CHECK_SEQ_NO, 1},
    {FCP_P_RESPONSES_PER_SBAL, 1},
    {FCP_P_INTERRUPT_COALESCE, 1},
    {FCP_P_OUTPUT_ERROR_INTERRUPT, 1},
    {FCP_P_SEED, 1},
    {FCP_P_STALL_POLL_NS, 10000},
    {FCP_P_SPIN_NS, 20000},
    {FCP_P_SLSB_STRIDE, 1},
    {FCP_P_SBALS_PER_QUEUE, ZL_SBALS_PER_QUEUE},
    {FCP_P_SBALES_PER_SBAL, ZL_SBALES_PER_SBAL},
};

/* What the name server has for a port that registered no other name. */
static const char symbolic_name[] = "IBM FCP mock";

/* Rejects only what could make the mock itself misbehave; a channel may well report nonsense. */
static bool param_valid(uint32_t param, uint64_t value)
{
    switch (param) {
    case FCP_P_SLSB_STRIDE:
        return value >= 1 && value <= 4096;
    case FCP_P_SBALS_PER_QUEUE:
        return value >= 2 && value <= MAX_SBALS;
    case FCP_P_SBALES_PER_SBAL:
        return value >= 3 && value <= MAX_SBALES;
    case FCP_P_RESPONSES_PER_SBAL:
        return value >= 1 && value <= ZL_SBALES_PER_SBAL;
    case FCP_P_INTERRUPT_COALESCE:
        return value >= 1 && value <= MAX_SBALS;
    case FCP_P_LOST_POLICY:
        return value <= FCP_LOST_REPORT;
    case FCP_P_LITTLE_ENDIAN:
        return value <= 1;
    default:
        return param < FCP_PARAM_COUNT;
    }
}

fcp_channel *fcp_channel_create(void)
{
    fcp_channel *ch = calloc(1, sizeof(*ch));

    if (!ch)
        return NULL;
    if (pthread_mutex_init(&ch->lock, NULL) || thread_init(ch)) {
        free(ch);
        return NULL;
    }
    for (size_t i = 0; i < sizeof(defaults) / sizeof(defaults[0]); i++)
        ch->param[defaults[i].param] = defaults[i].value;
    ch->random = 1;
    ch->next_rule = 1;
    return ch;
}

void fcp_channel_destroy(fcp_channel *ch)
{
    if (!ch)
        return;
    fcp_thread_stop(ch);
    for (uint32_t i = 0; i < ch->subs; i++)
        sub_free(ch->sub[i]);
    while (ch->spare) {
        struct command *c = ch->spare;

        ch->spare = c->next;
        if (c->segment != c->inlined)
            free(c->segment);
        free(c);
    }
    faults_free(ch);
    san_free(ch);
    free(ch->window);
    thread_free(ch);
    pthread_mutex_destroy(&ch->lock);
    free(ch);
}

int fcp_subchannel_add(fcp_channel *ch, const char *busid, uint64_t wwpn, uint32_t d_id)
{
    struct subchannel *sub;
    int number;

    if (!ch || !busid)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    number = (int)ch->subs;
    sub = number < FCP_MAX_SUBCHANNELS ? sub_new(ch) : NULL;
    if (!sub) {
        pthread_mutex_unlock(&ch->lock);
        return number < FCP_MAX_SUBCHANNELS ? FCP_ENOMEM : FCP_EINVAL;
    }
    memcpy(sub->symbolic_name, symbolic_name, sizeof(symbolic_name) - 1);
    sub->symbolic_name_length = sizeof(symbolic_name) - 1;
    memcpy(sub->param, ch->param, sizeof(sub->param));
    sub->param[FCP_P_WWPN] = wwpn ? wwpn : 0xc05076ffe4801000 + (uint64_t)number;
    sub->param[FCP_P_D_ID] = d_id ? d_id & 0xffffff : 0x010100 + (uint64_t)number;
    if (!sub->param[FCP_P_ZONES])
        sub->param[FCP_P_ZONES] = 1ull << number;
    ch->subs++;                     /* SIGA reads it without the lock: only now may it see the subchannel */
    pthread_mutex_unlock(&ch->lock);
    return number;
}

int fcp_set(fcp_channel *ch, int32_t sub, uint32_t param, uint64_t value)
{
    int rc = 0;

    if (!ch || !param_valid(param, value))
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    if (sub == FCP_ANY) {
        ch->param[param] = value;
        for (uint32_t i = 0; i < ch->subs; i++)
            ch->sub[i]->param[param] = value;
    } else if (sub_find(ch, sub)) {
        ch->sub[sub]->param[param] = value;
    } else {
        rc = FCP_ENODEV;
    }
    if (!rc && param == FCP_P_SEED)
        ch->random = value ? value : 1;
    pthread_mutex_unlock(&ch->lock);
    if (!rc)
        thread_kick(ch);
    return rc;
}

int fcp_get(fcp_channel *ch, int32_t sub, uint32_t param, uint64_t *value)
{
    int rc = 0;

    if (!ch || !value || param >= FCP_PARAM_COUNT)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    if (sub == FCP_ANY)
        *value = ch->param[param];
    else if (sub_find(ch, sub))
        *value = ch->sub[sub]->param[param];
    else
        rc = FCP_ENODEV;
    pthread_mutex_unlock(&ch->lock);
    return rc;
}

int fcp_stats(fcp_channel *ch, int32_t sub, struct fcp_stats *out)
{
    struct subchannel *s = sub_find(ch, sub);

    if (!s || !out)
        return s ? FCP_EINVAL : FCP_ENODEV;
    pthread_mutex_lock(&ch->lock);
    *out = s->stats;
    out->state = s->state;
    out->srbs_now = s->srbs.count;
    out->srbs_limit = srb_limit(s);
    out->notifications_queued = s->notes.count;
    out->requests_pending = s->pending.count + s->silent.count;
    out->responses_waiting = s->responses.count;
    out->sigas = s->sigas;
    out->logged_in = s->logged_in;
    pthread_mutex_unlock(&ch->lock);
    return 0;
}
