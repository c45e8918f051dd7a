// SPDX-License-Identifier: GPL-2.0-only
#include "ref_qdio.h"

static void set_buf_states(struct qdio_q *q, unsigned bufnr, uint8_t state, unsigned count)
{
    /* content before ownership */
    atomic_thread_fence(memory_order_seq_cst);
    for (unsigned i = 0; i < count; i++)
        atomic_store_explicit(&q->slsb[(bufnr + i) & QUEUE_MASK], state, memory_order_relaxed);
    /* own state before the adjacent one is read */
    atomic_thread_fence(memory_order_seq_cst);
}

/* The state of the first SBAL, and in *found how many from there on have it. */
static uint8_t get_buf_states(struct qdio_q *q, unsigned bufnr, unsigned count, unsigned *found)
{
    uint8_t state = atomic_load_explicit(&q->slsb[bufnr], memory_order_relaxed);
    unsigned n = 1;

    if (!(state & 0x40)) {
        while (n < count && atomic_load_explicit(&q->slsb[(bufnr + n) & QUEUE_MASK], memory_order_relaxed) == state)
            n++;
    }
    atomic_thread_fence(memory_order_acquire);
    *found = n;
    return state;
}

static void arm_output_timer(struct qdio_q *q)
{
    if (atomic_load_explicit(&q->timer_pending, memory_order_relaxed) != 0 || atomic_read(&q->irq_state) != IRQ_STATE_ACTIVE)
        return;
    spin_lock(&q->timer_lock);
    q->timer_pending = 1;
    spin_unlock(&q->timer_lock);
}

static int handle_outbound(struct qdio_q *q, unsigned bufnr, unsigned count)
{
    uint32_t scan_threshold = q->scan_threshold;
    unsigned found;
    int used;

    set_buf_states(q, bufnr, SLSB_CU_OUTPUT_PRIMED, count);
    used = atomic_add_return((int)count, &q->nr_buf_used);
    q->pci_out_enabled = false;

    if (q->need_siga_sync) {
        q->sigas++;
    } else if (count < QUEUE_SIZE
               && get_buf_states(q, (bufnr - 1) & QUEUE_MASK, 1, &found) == SLSB_CU_OUTPUT_PRIMED) {
        /* the channel will come across it */
    } else if (q->need_siga_out) {
        q->sigas++;
    }

    if (scan_threshold == 0)
        return 0;
    if ((uint32_t)used >= scan_threshold)
        tasklet_schedule(&q->tasklet);
    else
        arm_output_timer(q);
    return 0;
}

int do_qdio_output(struct ccw_device *cdev, unsigned bufnr, unsigned count)
{
    struct qdio_q *q = cdev->private->qdio_data->output;

    if (bufnr >= QUEUE_SIZE || count > QUEUE_SIZE)
        return -22;
    if (atomic_read(&q->irq_state) != IRQ_STATE_ACTIVE)
        return -REF_EIO;
    if (count == 0)
        return 0;
    return handle_outbound(q, bufnr, count);
}

/* The function of the output tasklet: SBALs that the channel has fetched go to the driver's handler. */
static void outbound_processing(struct qdio_q *q)
{
    int start = q->first_to_check;
    int used = atomic_read(&q->nr_buf_used);
    unsigned found;

    if (used > 0 && get_buf_states(q, (unsigned)start, (unsigned)used, &found) == SLSB_P_OUTPUT_EMPTY) {
        atomic_add(-(int)found, &q->nr_buf_used);
        q->first_to_check = (start + (int)found) & QUEUE_MASK;
        if (atomic_read(&q->irq_state) == IRQ_STATE_ACTIVE) {
            q->handler(q->int_parm, q->qdio_error, start, (int)found);
            q->qdio_error = 0;
        }
    }
    if (q->pci_out_enabled)
        return;
    if (atomic_read(&q->nr_buf_used) == 0) {
        spin_lock(&q->timer_lock);
        q->timer_pending = 0;
        spin_unlock(&q->timer_lock);
    } else {
        arm_output_timer(q);
    }
}

void run_output_tasklet(struct qdio_q *q)
{
    while (tasklet_begin(&q->tasklet)) {
        outbound_processing(q);
        tasklet_end(&q->tasklet);
    }
}
