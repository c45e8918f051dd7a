// SPDX-License-Identifier: GPL-2.0-only
/* The input side of qdio_main.c and qdio_thinint.c. */
#include "ref_qdio.h"

static void set_buf_states(struct qdio_input_q *q, int bufnr, uint8_t state, int count)
{
    atomic_thread_fence(memory_order_seq_cst);
    for (int i = 0; i < count; i++)
        atomic_store_explicit(&q->slsb[(bufnr + i) & QUEUE_MASK], state, memory_order_relaxed);
    atomic_thread_fence(memory_order_seq_cst);
}

static uint8_t get_buf_states(struct qdio_input_q *q, int bufnr, int count, int *found)
{
    uint8_t state = atomic_load_explicit(&q->slsb[bufnr], memory_order_relaxed);
    int n = 1;

    if (!(state & 0x40)) {
        while (n < count && atomic_load_explicit(&q->slsb[(bufnr + n) & QUEUE_MASK], memory_order_relaxed) == state)
            n++;
    }
    atomic_thread_fence(memory_order_acquire);
    *found = n;
    return state;
}

static bool inbound_q_done(struct qdio_input_q *q, int start)
{
    uint8_t state;
    int found;

    if (atomic_read(&q->nr_buf_used) == 0)
        return true;
    state = get_buf_states(q, start, 1, &found);
    return state != SLSB_P_INPUT_PRIMED && state != SLSB_P_INPUT_ERROR;
}

static void inbound_handle_work(struct qdio_input_q *q, int start, int count)
{
    set_buf_states(q, (start + count - 1) & QUEUE_MASK, SLSB_P_INPUT_ACK, 1);
    if (q->batch_count == 0)
        q->batch_start = start;
    q->batch_count += count;
}

static int inbound_frontier(struct qdio_input_q *q, int start)
{
    int used = atomic_read(&q->nr_buf_used);
    int found;

    if (used == 0 || get_buf_states(q, start, used, &found) != SLSB_P_INPUT_PRIMED)
        return 0;
    inbound_handle_work(q, start, found);
    atomic_add_return(-found, &q->nr_buf_used);
    return found;
}

static void stop_polling(struct qdio_input_q *q)
{
    if (q->batch_count == 0)
        return;
    set_buf_states(q, q->batch_start, SLSB_P_INPUT_NOT_INIT, q->batch_count);
    q->batch_count = 0;
}

static void inbound_processing(struct qdio_irq *irq)
{
    struct qdio_input_q *q = &irq->input;
    int start = q->first_to_check;
    int count;

    if (atomic_read(&irq->output->nr_buf_used) != 0)
        tasklet_schedule(&irq->output->tasklet);
    count = inbound_frontier(q, start);
    if (count == 0)
        return;
    if (atomic_read(&irq->output->irq_state) == IRQ_STATE_ACTIVE) {
        q->handler(q->int_parm, q->qdio_error, start, count);
        q->qdio_error = 0;
    }
    start = (start + count) & QUEUE_MASK;
    q->first_to_check = start;
    if (!inbound_q_done(q, start)) {
        tasklet_schedule(&q->tasklet);
        return;
    }
    stop_polling(q);
    if (!inbound_q_done(q, start))
        tasklet_schedule(&q->tasklet);
}

int do_qdio_input(struct ccw_device *cdev, unsigned bufnr, unsigned count)
{
    struct qdio_irq *irq = cdev->private->qdio_data;
    struct qdio_input_q *q = &irq->input;
    int overlap = (int)count - ((q->batch_start - (int)bufnr) & QUEUE_MASK);

    if (bufnr >= QUEUE_SIZE || count > QUEUE_SIZE)
        return -22;
    if (atomic_read(&irq->output->irq_state) != IRQ_STATE_ACTIVE)
        return -REF_EIO;
    if (overlap > q->batch_count)
        overlap = q->batch_count;
    if (overlap > 0) {
        q->batch_start = (q->batch_start + overlap) & QUEUE_MASK;
        q->batch_count -= overlap;
    }
    set_buf_states(q, (int)bufnr, SLSB_CU_INPUT_EMPTY, (int)count);
    atomic_add((int)count, &q->nr_buf_used);
    return 0;
}

void thinint_handler(struct qdio_irq *irq)
{
    spin_lock(&irq->tiq_list_lock);
    if (atomic_load_explicit(irq->dsci, memory_order_acquire) != 0) {
        atomic_store(irq->dsci, 0);
        atomic_thread_fence(memory_order_seq_cst);
        tasklet_schedule(&irq->input.tasklet);
    }
    spin_unlock(&irq->tiq_list_lock);
}

void run_input_tasklet(struct qdio_irq *irq)
{
    while (tasklet_begin(&irq->input.tasklet)) {
        inbound_processing(irq);
        tasklet_end(&irq->input.tasklet);
    }
}
