// SPDX-License-Identifier: GPL-2.0-only
/* The one thing that comes next. */
#include "step/step.h"

#include "base/ring.h"
#include "state/subchannel.h"
#include "queues/queue.h"
#include "requests/srb.h"
#include "step/establish.h"
#include "step/fetch.h"
#include "step/progress.h"

static void raise_io(struct subchannel *sub, struct fcp_step *out)
{
    struct io_interrupt i;

    ring_pop(&sub->io_interrupts, &i);
    out->kind = FCP_STEP_INTERRUPT;
    out->interrupt = i.event ? FCP_INT_EVENT : FCP_INT_IO;
    out->function = i.function;
    out->dstat = i.dstat;
    out->cstat = i.cstat;
    out->detail = i.event;
    sub->stats.interrupts++;
}

static void raise_adapter(struct subchannel *sub, struct fcp_step *out)
{
    sub->interrupt = false;
    sub->uninterrupted = 0;
    if (sub->indicator) {           /* after the queues were changed, so that whoever sees it sees the change */
        watch(sub->indicator, sizeof(uint32_t), FCP_RELEASE_WRITE);
        atomic_store_explicit((_Atomic uint32_t *)(uintptr_t)sub->indicator, UINT32_MAX, memory_order_release);
    }
    out->kind = FCP_STEP_INTERRUPT;
    out->interrupt = FCP_INT_ADAPTER;
    sub->stats.interrupts++;
}

/* Is there another response to place at once, or a command whose response comes next? */
static bool more_at_once(const struct subchannel *sub)
{
    const struct command *first = sub->pending.first;

    return !sub->stalled && (sub->responses.count || (first && first->due_ns <= sub->ch->now_ns));
}

/* Responses share an interrupt as long as more come at once, up to the configured number. */
static bool adapter_interrupt_due(const struct subchannel *sub)
{
    if (sub->interrupt)
        return true;
    return sub->uninterrupted && (!more_at_once(sub) || sub->uninterrupted >= sub->param[FCP_P_INTERRUPT_COALESCE]);
}

static bool may(uint32_t kinds, enum fcp_step_kind kind)
{
    return kinds & 1u << kind;
}

static bool sub_step(struct subchannel *sub, uint32_t kinds, struct fcp_step *out)
{
    bool interrupts = may(kinds, FCP_STEP_INTERRUPT);

    out->sub = (int32_t)sub->number;
    if (interrupts && sub->io_interrupts.count) {
        raise_io(sub, out);
        return true;
    }
    if (may(kinds, FCP_STEP_SUBCHANNEL) && sub->establishing) {
        establish_run(sub, out);
        return true;
    }
    if (sub->state != FCP_SUB_ACTIVE)
        return false;
    if (interrupts && adapter_interrupt_due(sub)) {
        raise_adapter(sub, out);
        return true;
    }
    /* The bell first, then the SLSB: a SIGA after this check rings again. */
    if (atomic_load_explicit(&sub->bell, memory_order_relaxed)) {
        uint32_t bell = atomic_exchange(&sub->bell, 0);

        if (bell & BELL_OUTPUT)
            sub->scanning = true;
    }
    if (may(kinds, FCP_STEP_FETCH) && sub->scanning && output_fetch(sub, out))
        return true;
    if (may(kinds, FCP_STEP_RESPONSE) && sub->responses.count && response_place(sub, out))
        return true;
    return (may(kinds, FCP_STEP_FINISH) && command_finish(sub, out)) ||
           (may(kinds, FCP_STEP_NOTIFY) && note_present(sub, out));
}

/* When the subchannel will have something to do, if nothing else happens to it. */
static uint64_t sub_due(struct subchannel *sub)
{
    uint64_t now = sub->ch->now_ns, due = FCP_NEVER, note = note_due(sub);

    if (sub->state != FCP_SUB_ACTIVE)
        return FCP_NEVER;
    if (sub->pending.first)
        due = sub->pending.first->due_ns;
    if (note > now && note < due)
        due = note;                 /* one that is overdue waits for an SRB, not for time */
    if (sub->stalled && later(now, sub->param[FCP_P_STALL_POLL_NS]) < due)
        due = later(now, sub->param[FCP_P_STALL_POLL_NS]);
    return due;
}

bool step_once(fcp_channel *ch, int32_t only, uint32_t kinds, struct fcp_step *out)
{
    uint64_t due = FCP_NEVER;
    uint32_t subs = ch->subs;

    *out = (struct fcp_step){.sub = FCP_ANY};
    for (uint32_t n = 0; n < subs; n++) {
        struct subchannel *sub = ch->sub[(ch->turn + n) % subs];

        if (only != FCP_ANY && (uint32_t)only != sub->number)
            continue;
        if (sub_step(sub, kinds, out)) {
            out->srbs = sub->srbs.count;
            ch->turn = (sub->number + 1) % subs;
            return true;
        }
        if (sub_due(sub) < due)
            due = sub_due(sub);
    }
    out->sub = FCP_ANY;
    out->due_ns = due;
    return false;
}

int fcp_step(fcp_channel *ch, int32_t sub, uint64_t now_ns, struct fcp_step *out)
{
    return fcp_step_of(ch, sub, FCP_STEPS_ALL, now_ns, out);
}

int fcp_step_of(fcp_channel *ch, int32_t sub, uint32_t kinds, uint64_t now_ns, struct fcp_step *out)
{
    bool did;

    if (!ch || !out || !kinds || kinds & ~FCP_STEPS_ALL)
        return FCP_EINVAL;
    if (sub != FCP_ANY && !sub_find(ch, sub))
        return FCP_ENODEV;
    pthread_mutex_lock(&ch->lock);
    if (ch->thread.running) {
        pthread_mutex_unlock(&ch->lock);
        return FCP_EBUSY;
    }
    if (now_ns > ch->now_ns)
        ch->now_ns = now_ns;
    did = step_once(ch, sub, kinds, out);
    pthread_mutex_unlock(&ch->lock);
    return did;
}

const char *fcp_step_kind_text(uint32_t kind)
{
    static const char *const text[] = {"nothing", "fetch", "finish", "response", "notify", "interrupt", "lost",
                                       "subchannel"};

    return kind < sizeof(text) / sizeof(text[0]) ? text[kind] : "unknown";
}

const char *fcp_detail_text(uint32_t detail)
{
    static const char *const text[FCP_D_DETAIL_COUNT] = {
        [FCP_D_NONE] = "",
        [FCP_D_REQUEST] = "request taken",
        [FCP_D_SRB] = "status read buffer",
        [FCP_D_SRB_OVER_LIMIT] = "one status read buffer too many",
        [FCP_D_SRB_BEFORE_CONFIG] = "status read buffer before exchange config data",
        [FCP_D_BAD_SBAL] = "SBAL or chain not valid",
        [FCP_D_BAD_ADDRESS] = "address outside of main storage",
        [FCP_D_FAULT] = "injected fault",
        [FCP_D_SILENT] = "taken, never to be answered",
        [FCP_D_ANSWERED] = "answered",
        [FCP_D_LINK_DOWN] = "link is down",
        [FCP_D_BAD_QDR] = "QDR not valid",
        [FCP_D_NO_SRB] = "no status read buffer",
        [FCP_D_GHOST] = "taken although SIGA failed",
    };

    return detail < FCP_D_DETAIL_COUNT ? text[detail] : "unknown";
}
