// SPDX-License-Identifier: GPL-2.0-only
/*
 * Channel programs of a subchannel: establish and activate the QDIO queues, clear, halt. What the driver wrote into
 * the QDR, and into what that points to, is validated: it is all that the channel knows.
 */
#include "step/establish.h"

#include <stdlib.h>

#include "base/ring.h"
#include "state/fault.h"
#include "state/kick.h"
#include "state/storage.h"
#include "state/subchannel.h"
#include "requests/link.h"
#include "requests/request.h"
#include "san/port.h"

/* Queue descriptor q of the QDR: checks it, and what it points to, and takes the addresses over. */
static bool queue_take(struct subchannel *sub, const struct zl_qdesfmt0 *d, struct queue *q, uint32_t *cstat)
{
    bool little = sub->little;
    uint64_t sliba = HW_GET(little, d->sliba);
    uint64_t sla = HW_GET(little, d->sla);
    uint64_t slsba = HW_GET(little, d->slsba);
    uint32_t sbal_size = sub->sbales * (uint32_t)sizeof(struct zl_qdio_buffer_element);
    uint32_t sbal_align = sbal_size & (0 - sbal_size);
    const struct zl_slib *slib = (const struct zl_slib *)(uintptr_t)sliba;
    const struct zl_sl_element *sl = (const struct zl_sl_element *)(uintptr_t)sla;

    q->count = (uint32_t)sub->param[FCP_P_SBALS_PER_QUEUE];
    q->stride = (uint32_t)sub->param[FCP_P_SLSB_STRIDE];
    q->cursor = 0;
    q->slsb = slsba;
    *cstat = FCP_CSTAT_PROGRAM_CHECK;
    if (sliba % 2048 || sla % 1024 || slsba % 256)
        return false;
    if (!storage_has(sub->ch, sliba, sizeof(struct zl_slib)) ||
        !storage_has(sub->ch, sla, (uint64_t)q->count * sizeof(struct zl_sl_element)) ||
        !storage_has(sub->ch, slsba, (uint64_t)(q->count - 1) * q->stride + 1))
        return false;
    *cstat = 0;
    if (HW_GET(little, slib->sla) != sla || HW_GET(little, slib->slsba) != slsba)
        return false;
    *cstat = FCP_CSTAT_PROGRAM_CHECK;
    for (uint32_t i = 0; i < q->count; i++) {
        q->sbal[i] = HW_GET(little, sl[i].sbal);
        if (q->sbal[i] % sbal_align || !storage_has(sub->ch, q->sbal[i], sbal_size))
            return false;
    }
    *cstat = 0;
    return true;
}

/* Returns whether the QDR is good; if not, *cstat is the check, 0 meaning a unit check. */
static bool qdr_take(struct subchannel *sub, uint64_t address, uint32_t *cstat)
{
    const struct zl_qdr *qdr = (const struct zl_qdr *)(uintptr_t)address;
    struct zl_qib *qib;
    uint64_t qiba;
    uint32_t words = sizeof(struct zl_qdesfmt0) / 4;
    bool little;

    *cstat = FCP_CSTAT_PROGRAM_CHECK;
    if (address % 4096 || !storage_has(sub->ch, address, sizeof(struct zl_qdr)))
        return false;
    little = sub->little = sub->param[FCP_P_LITTLE_ENDIAN];
    sub->sbales = (uint32_t)sub->param[FCP_P_SBALES_PER_SBAL];
    *cstat = 0;
    if (HW_GET(little, qdr->qfmt) != QDIO_ZFCP_QFMT || HW_GET(little, qdr->iqdcnt) != 1 ||
        HW_GET(little, qdr->oqdcnt) != 1 || HW_GET(little, qdr->iqdsz) != words ||
        HW_GET(little, qdr->oqdsz) != words)
        return false;
    qiba = HW_GET(little, qdr->qiba);
    if (qiba % 256 || !storage_has(sub->ch, qiba, sizeof(struct zl_qib))) {
        *cstat = FCP_CSTAT_PROGRAM_CHECK;
        return false;
    }
    qib = (struct zl_qib *)(uintptr_t)qiba;
    if (HW_GET(little, qib->qfmt) != QDIO_ZFCP_QFMT || HW_GET(little, qib->isliba) != HW_GET(little, qdr->qdf0[0].sliba) ||
        HW_GET(little, qib->osliba) != HW_GET(little, qdr->qdf0[1].sliba))
        return false;
    if (!queue_take(sub, &qdr->qdf0[0], &sub->in, cstat) || !queue_take(sub, &qdr->qdf0[1], &sub->out, cstat))
        return false;
    sub->multi_buffer = (sub->param[FCP_P_QDIOAC2] & CHSC_AC2_MULTI_BUFFER_AVAILABLE) &&
                        (HW_GET(little, qdr->ac) & QDR_AC_MULTI_BUFFER_ENABLE);
    sub->data_div = (sub->param[FCP_P_QDIOAC2] & CHSC_AC2_DATA_DIV_AVAILABLE) &&
                    (HW_GET(little, qib->rflags) & QIB_RFLAGS_ENABLE_DATA_DIV);
    sub->synchronised = (sub->param[FCP_P_QDIOAC1] & AC1_SIGA_SYNC_NEEDED) != 0;
    HW_PUT(little, qib->ac, sub->param[FCP_P_QIB_AC]);
    return true;
}

static void io_interrupt_push(struct subchannel *sub, uint32_t function, uint32_t dstat, uint32_t cstat, uint32_t event)
{
    struct io_interrupt i = {function, dstat, cstat, event};

    /* Without memory the interrupt is lost, as one may be on the wire; the driver has a timeout for it. */
    (void)ring_push(&sub->io_interrupts, &i);
}

/* Forgets all that the driver handed over. */
void queues_end(struct subchannel *sub)
{
    struct note n;

    sub->state = FCP_SUB_IDLE;
    sub->bell = 0;
    sub->scanning = false;
    sub->stalled = false;
    sub->interrupt = false;
    sub->uninterrupted = 0;
    sub->configured = false;
    sub->synchronised = 0;
    sub->multi_buffer = false;
    sub->data_div = false;
    sub->establishing = false;
    sub->hanging = false;
    sub->lost_els = 0;
    sub->lost_version = 0;
    sub->lost_other = 0;
    while (ring_pop(&sub->notes, &n))
        free(n.payload);
    san_close_all(sub);
    commands_drop(sub);
    ring_clear(&sub->srbs);
    ring_clear(&sub->responses);
}

void establish_run(struct subchannel *sub, struct fcp_step *out)
{
    const struct fault_key key = {FCP_FAULT_ESTABLISH, FCP_FAULT_ESTABLISH, FCP_FAULT_ANY, FCP_FAULT_ANY, 0,
                                  FCP_FAULT_ANY_LUN};
    struct fcp_fault fault;
    uint32_t dstat = FCP_DSTAT_CHANNEL_END | FCP_DSTAT_DEVICE_END, cstat = 0;

    sub->establishing = false;
    out->kind = FCP_STEP_SUBCHANNEL;
    out->function = FCP_FN_ESTABLISH;
    if (fault_match(sub, &key, &fault, NULL)) {
        if (fault.flags & FCP_PROGRAM_HANGS) {
            sub->hanging = true;
            out->detail = FCP_D_FAULT;
            return;
        }
        dstat = fault.value || fault.qual[0] ? fault.value : dstat | FCP_DSTAT_UNIT_CHECK;
        cstat = fault.qual[0];
        out->detail = FCP_D_FAULT;
    } else if (!qdr_take(sub, sub->qdr, &cstat)) {
        dstat = cstat ? 0 : dstat | FCP_DSTAT_UNIT_CHECK;
        out->detail = FCP_D_BAD_QDR;
    } else {
        sub->state = FCP_SUB_ESTABLISHED;
        sub->next_seq_no = 0;
        sub->stats.srbs_max = 0;
        sub->stats.establishes++;
    }
    out->dstat = dstat;
    out->cstat = cstat;
    io_interrupt_push(sub, FCP_FN_ESTABLISH, dstat, cstat, 0);
}

/*
 * Activation takes effect at once: a driver may use the queues as soon as the program was started without a check.
 */
static void activate_now(struct subchannel *sub)
{
    const struct fault_key key = {FCP_FAULT_ACTIVATE, FCP_FAULT_ACTIVATE, FCP_FAULT_ANY, FCP_FAULT_ANY, 0,
                                  FCP_FAULT_ANY_LUN};
    const uint32_t check = FCP_DSTAT_CHANNEL_END | FCP_DSTAT_DEVICE_END | FCP_DSTAT_UNIT_CHECK;
    struct fcp_fault fault;

    if (fault_match(sub, &key, &fault, NULL)) {
        io_interrupt_push(sub, FCP_FN_ACTIVATE, fault.value || fault.qual[0] ? fault.value : check, fault.qual[0], 0);
        return;
    }
    sub->state = FCP_SUB_ACTIVE;
    sub->scanning = true;           /* the driver may have primed SBALs before */
}

int fcp_establish(fcp_channel *ch, int32_t number, uint64_t qdr)
{
    struct subchannel *sub = sub_find(ch, number);
    int rc = 0;

    if (!sub)
        return FCP_ENODEV;
    pthread_mutex_lock(&ch->lock);
    if (sub->state == FCP_SUB_GONE) {
        rc = FCP_ENODEV;
    } else if (sub->state != FCP_SUB_IDLE || sub->establishing || sub->hanging) {
        rc = FCP_EBUSY;
    } else {
        sub->establishing = true;
        sub->qdr = qdr;
    }
    pthread_mutex_unlock(&ch->lock);
    if (!rc)
        thread_kick(ch);
    return rc;
}

int fcp_activate(fcp_channel *ch, int32_t number)
{
    struct subchannel *sub = sub_find(ch, number);
    int rc = 0;

    if (!sub)
        return FCP_ENODEV;
    pthread_mutex_lock(&ch->lock);
    if (sub->state == FCP_SUB_GONE)
        rc = FCP_ENODEV;
    else if (sub->state != FCP_SUB_ESTABLISHED)
        rc = FCP_EBUSY;
    else
        activate_now(sub);
    pthread_mutex_unlock(&ch->lock);
    if (!rc)
        thread_kick(ch);
    return rc;
}

static int end_now(fcp_channel *ch, int32_t number, uint32_t function)
{
    const struct fault_key key = {FCP_FAULT_CLEAR, FCP_FAULT_CLEAR, FCP_FAULT_ANY, FCP_FAULT_ANY, 0, FCP_FAULT_ANY_LUN};
    struct subchannel *sub = sub_find(ch, number);
    struct fcp_fault fault;

    if (!sub)
        return FCP_ENODEV;
    pthread_mutex_lock(&ch->lock);
    if (sub->state == FCP_SUB_GONE) {
        pthread_mutex_unlock(&ch->lock);
        return FCP_ENODEV;
    }
    logoff(sub);
    queues_end(sub);
    /* Interrupts of the ended programs are dropped; events of the subchannel are kept. */
    for (uint32_t left = sub->io_interrupts.count; left; left--) {
        struct io_interrupt i;

        ring_pop(&sub->io_interrupts, &i);
        if (i.event)
            (void)ring_push(&sub->io_interrupts, &i);
    }
    if (!fault_match(sub, &key, &fault, NULL))
        io_interrupt_push(sub, function, 0, 0, 0);
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return 0;
}

int fcp_clear(fcp_channel *ch, int32_t sub)
{
    return end_now(ch, sub, FCP_FN_CLEAR);
}

int fcp_halt(fcp_channel *ch, int32_t sub)
{
    return end_now(ch, sub, FCP_FN_HALT);
}

int fcp_activate_check(fcp_channel *ch, int32_t number, uint32_t dstat, uint32_t cstat)
{
    struct subchannel *sub = sub_find(ch, number);
    int rc = 0;

    if (!sub)
        return FCP_ENODEV;
    if (!dstat && !cstat)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    if (sub->state == FCP_SUB_ACTIVE) {
        logoff(sub);
        queues_end(sub);
        io_interrupt_push(sub, FCP_FN_ACTIVATE, dstat, cstat, 0);
    } else {
        rc = FCP_EBUSY;
    }
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return rc;
}

int fcp_subchannel_event(fcp_channel *ch, int32_t number, uint32_t event)
{
    struct subchannel *sub = sub_find(ch, number);

    if (!sub)
        return FCP_ENODEV;
    if (event < FCP_EVENT_GONE || event > FCP_EVENT_BOXED)
        return FCP_EINVAL;
    pthread_mutex_lock(&ch->lock);
    if (event != FCP_EVENT_OPER) {
        logoff(sub);
        queues_end(sub);
        sub->state = FCP_SUB_GONE;
    } else if (sub->state == FCP_SUB_GONE) {
        sub->state = FCP_SUB_IDLE;
    }
    io_interrupt_push(sub, 0, 0, 0, event);
    pthread_mutex_unlock(&ch->lock);
    thread_kick(ch);
    return 0;
}
