// SPDX-License-Identifier: GPL-2.0-only
/* Status read buffers, and the notifications that fill them. */
#include "requests/srb.h"

#include <stdlib.h>
#include <string.h>

#include "base/ring.h"
#include "state/fault.h"
#include "state/kick.h"
#include "state/subchannel.h"
#include "queues/queue.h"

#define PAYLOAD_MAX sizeof(((struct zl_fsf_status_read_buffer *)0)->payload)

uint32_t srb_limit(const struct subchannel *sub)
{
    uint64_t limit = sub->param[FCP_P_SRB_LIMIT];

    if (!limit) {
        limit = sub->param[FCP_P_STATUS_READ_BUF_NUM] & 0xffff;
        if (limit < FSF_STATUS_READS_RECOM)
            limit = FSF_STATUS_READS_RECOM;
    }
    return (uint32_t)limit;
}

/* Keeps an SRB; or returns why not, and then its SBAL gets an error state. */
uint32_t srb_accept(struct subchannel *sub, uint64_t req_id, uint64_t address)
{
    struct srb srb = {req_id, (struct zl_fsf_status_read_buffer *)(uintptr_t)address};
    uint32_t refused = FCP_D_NONE;

    if (!sub->configured && sub->param[FCP_P_SRB_BEFORE_CONFIG])
        refused = FCP_D_SRB_BEFORE_CONFIG;
    else if (sub->srbs.count >= srb_limit(sub) || ring_push(&sub->srbs, &srb))
        refused = FCP_D_SRB_OVER_LIMIT;
    if (refused) {
        sub->stats.srbs_refused++;
        return refused;
    }
    sub->stats.srbs_accepted++;
    if (sub->stats.srbs_max < sub->srbs.count)
        sub->stats.srbs_max = sub->srbs.count;
    if (sub->stats.srbs_max_ever < sub->srbs.count)
        sub->stats.srbs_max_ever = sub->srbs.count;
    return FCP_D_NONE;
}

int note_push(struct subchannel *sub, const struct fcp_notification *n)
{
    struct note note = {
        .type = n->type,
        .subtype = n->subtype,
        .d_id = n->d_id,
        .fc_class = n->fc_class,
        .fcp_lun = n->fcp_lun,
        .due_ns = later(later(n->delay_ns, sub->param[FCP_P_NOTIFY_DELAY_NS]), jitter(sub)),
        .undated = true,
        .length = n->payload_length,
    };

    if (n->payload_length) {
        note.payload = malloc(n->payload_length);
        if (!note.payload)
            return FCP_ENOMEM;
        memcpy(note.payload, (const void *)(uintptr_t)n->payload, n->payload_length);
    }
    if (ring_push(&sub->notes, &note)) {
        free(note.payload);
        return FCP_ENOMEM;
    }
    return 0;
}

int fcp_code_update(fcp_channel *ch, uint32_t version)
{
    int rc = 0;

    if (!ch)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    for (uint32_t i = 0; i < ch->subs && !rc; i++) {
        struct subchannel *sub = ch->sub[i];
        struct zl_fsf_version_change payload;
        struct fcp_notification n = {
            .type = FSF_STATUS_READ_VERSION_CHANGE,
            .subtype = FSF_STATUS_READ_SUB_LIC_CHANGE,
            .payload = (uint64_t)(uintptr_t)&payload,
            .payload_length = sizeof(payload),
        };

        HW_PUT(sub->little, payload.current_version, version);
        HW_PUT(sub->little, payload.previous_version, (uint32_t)sub->param[FCP_P_LIC_VERSION]);
        sub->param[FCP_P_LIC_VERSION] = version;
        if (sub->state == FCP_SUB_ACTIVE)
            rc = note_push(sub, &n);
    }
    ch->param[FCP_P_LIC_VERSION] = version;
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return rc;
}

int fcp_notify(fcp_channel *ch, int32_t number, const struct fcp_notification *n)
{
    int done = 0, rc = 0;

    if (!ch || !n || n->payload_length > PAYLOAD_MAX || (n->payload_length && !n->payload))
        return FCP_EINVAL;
    if (number != FCP_ANY && !sub_find(ch, number))
        return FCP_ENODEV;
    pthread_mutex_lock(&ch->lock);
    for (uint32_t i = 0; i < ch->subs && !rc; i++) {
        struct subchannel *sub = ch->sub[i];

        if (sub->state != FCP_SUB_ACTIVE || (number != FCP_ANY && (uint32_t)number != i))
            continue;
        rc = note_push(sub, n);
        done += !rc;
    }
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return rc ? rc : done;
}

/* The state of the link is reported first when there is an SRB again: everything else depends on it. */
static bool is_link_event(uint32_t type)
{
    return type == FSF_STATUS_READ_LINK_DOWN || type == FSF_STATUS_READ_LINK_UP;
}

static void fill(struct subchannel *sub, const struct srb *srb, const struct note *n)
{
    struct zl_fsf_status_read_buffer *b = srb->buffer;
    bool little = sub->little;

    watch_write(b, sizeof(*b));
    memset(b, 0, sizeof(*b));
    HW_PUT(little, b->status_type, n->type);
    HW_PUT(little, b->status_subtype, n->subtype);
    HW_PUT(little, b->length, offsetof(struct zl_fsf_status_read_buffer, payload) + n->length);
    HW_PUT(little, b->d_id, n->d_id);
    HW_PUT(little, b->class, n->fc_class);
    HW_PUT(little, b->fcp_lun, n->fcp_lun);
    if (n->length) {
        watch_write(&b->payload, n->length);
        memcpy(&b->payload, n->payload, n->length);
    }
}

/* A rule may keep the SRB, or spoil its response. */
static void respond(struct subchannel *sub, const struct srb *srb, struct fcp_step *out)
{
    const struct fault_key key = {FCP_FAULT_SILENCE, FCP_FAULT_INPUT_SCOUNT, 0, FCP_FAULT_ANY, 0, FCP_FAULT_ANY_LUN};
    struct fcp_fault fault;
    bool found = fault_match(sub, &key, &fault, NULL);

    if (found && fault.action == FCP_FAULT_SILENCE)
        out->detail = FCP_D_SILENT;
    else
        response_push(sub, srb->req_id, found ? &fault : NULL);
}

/* Lost notifications are reported first: the driver must know that its picture is incomplete. */
static bool present_lost(struct subchannel *sub, struct fcp_step *out)
{
    struct note n = {.type = FSF_STATUS_READ_NOTIFICATION_LOST};
    struct srb srb;

    if (!sub->lost_els && !sub->lost_version && !sub->lost_other)
        return false;
    if (!ring_pop(&sub->srbs, &srb))
        return false;
    if (sub->lost_els || sub->lost_version) {
        n.subtype = (sub->lost_els ? FSF_STATUS_READ_SUB_INCOMING_ELS : 0) |
                    (sub->lost_version ? FSF_STATUS_READ_SUB_VERSION_CHANGE : 0);
        sub->lost_els = 0;
        sub->lost_version = 0;
    } else {
        sub->lost_other = 0;
    }
    fill(sub, &srb, &n);
    respond(sub, &srb, out);
    out->kind = FCP_STEP_NOTIFY;
    out->command = n.type;
    out->fsf_status = n.subtype;
    out->req_id = srb.req_id;
    sub->stats.notifications++;
    return true;
}

static void drop(struct subchannel *sub, struct fcp_step *out)
{
    struct note n;

    ring_pop(&sub->notes, &n);
    free(n.payload);
    if (sub->param[FCP_P_LOST_POLICY] == FCP_LOST_REPORT &&
        (sub->param[FCP_P_ADAPTER_FEATURES] & FSF_FEATURE_NOTIFICATION_LOST)) {
        if (n.type == FSF_STATUS_READ_INCOMING_ELS)
            sub->lost_els++;
        else if (n.type == FSF_STATUS_READ_VERSION_CHANGE)
            sub->lost_version++;
        else
            sub->lost_other++;
    }
    sub->stats.notifications_lost++;
    out->kind = FCP_STEP_LOST;
    out->command = n.type;
    out->fsf_status = n.subtype;
    out->detail = FCP_D_NO_SRB;
}

bool note_present(struct subchannel *sub, struct fcp_step *out)
{
    struct note *first;
    struct note n;
    struct srb srb;

    if (present_lost(sub, out))
        return true;
    first = ring_peek(&sub->notes);
    if (!first || note_due(sub) > sub->ch->now_ns)
        return false;
    if (!sub->srbs.count) {
        uint64_t policy = sub->param[FCP_P_LOST_POLICY];

        if (policy == FCP_LOST_HOLD || (policy == FCP_LOST_REPORT && is_link_event(first->type)))
            return false;
        drop(sub, out);
        return true;
    }
    ring_pop(&sub->srbs, &srb);
    ring_pop(&sub->notes, &n);
    fill(sub, &srb, &n);
    free(n.payload);
    out->detail = FCP_D_SRB;
    respond(sub, &srb, out);
    out->kind = FCP_STEP_NOTIFY;
    out->command = n.type;
    out->fsf_status = n.subtype;
    out->req_id = srb.req_id;
    sub->stats.notifications++;
    return true;
}

/* When the first notification is due; its delay begins with the first step that sees it. */
uint64_t note_due(struct subchannel *sub)
{
    struct note *first = ring_peek(&sub->notes);

    if (!first)
        return FCP_NEVER;
    if (first->undated) {
        first->undated = false;
        first->due_ns = later(first->due_ns, sub->ch->now_ns);
    }
    return first->due_ns;
}
