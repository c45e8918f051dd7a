// SPDX-License-Identifier: GPL-2.0-only
#include "ref_fsf.h"

static void sbale_fill(uint8_t *sbale, uint64_t addr, uint32_t length)
{
    put_be64(sbale + 8, addr);
    put_be32(sbale + 4, length);
}

static bool qdio_sbal_check(struct zfcp_qdio *qdio)
{
    return atomic_read(&qdio->req_q_free) != 0 || (atomic_read(&qdio->adapter->status) & ADAPTER_QDIOUP) == 0;
}

/* The wait drops the lock and yields; there is no timeout, since the benchmark always makes progress. */
static int qdio_sbal_get(struct zfcp_qdio *qdio)
{
    while (unlikely(!qdio_sbal_check(qdio))) {
        spin_unlock(&qdio->req_q_lock);
        sched_yield();
        spin_lock(&qdio->req_q_lock);
    }
    return (atomic_read(&qdio->adapter->status) & ADAPTER_QDIOUP) == 0 ? -REF_EIO : 0;
}

static void qdio_req_init(struct zfcp_qdio *qdio, struct zfcp_qdio_req *q_req, uint64_t req_id, uint8_t sbtype,
                                 void *data, uint32_t len)
{
    int count = atomic_read(&qdio->req_q_free);
    uint8_t *sbale;

    if (count > MAX_SBALS_PER_REQ)
        count = MAX_SBALS_PER_REQ;
    q_req->sbal_first = q_req->sbal_last = (uint8_t)qdio->req_q_idx;
    q_req->sbal_number = 1;
    q_req->sbtype = sbtype;
    q_req->sbale_curr = 1;
    q_req->sbal_limit = (uint8_t)((q_req->sbal_first + count - 1) & QUEUE_MASK);

    sbale = sbale_at(qdio, q_req->sbal_last, 0);
    put_be64(sbale + 8, req_id);
    sbale[0] = 0;
    sbale[3] = (uint8_t)(SBAL_SFLAGS0_COMMAND | sbtype);
    if (data == NULL)
        return;
    sbale_fill(sbale + 16, (uintptr_t)data, len);
}

static void qdio_fill_next(struct zfcp_qdio *qdio, struct zfcp_qdio_req *q_req, void *data, uint32_t len)
{
    if (q_req->sbale_curr == qdio->max_sbale_per_sbal - 1)
        abort();
    q_req->sbale_curr++;
    sbale_fill(sbale_at(qdio, q_req->sbal_last, q_req->sbale_curr), (uintptr_t)data, len);
}

static void qdio_account(struct zfcp_qdio *qdio)
{
    uint64_t now = get_tod_clock(qdio->adapter->start);
    uint64_t span = (now - qdio->req_q_time) >> 12;
    int used = QUEUE_SIZE - atomic_read(&qdio->req_q_free);

    qdio->req_q_util += (uint64_t)used * span;
    qdio->req_q_time = now;
}

static void qdio_zero_sbals(uint8_t **sbal, int first, int count)
{
    for (int i = first; i < first + count; i++)
        memset(sbal[i & QUEUE_MASK], 0, SBAL_SIZE);
}

static int qdio_send(struct zfcp_qdio *qdio, unsigned sbal_first, int sbal_number)
{
    int retval;

    spin_lock(&qdio->stat_lock);
    qdio_account(qdio);
    spin_unlock(&qdio->stat_lock);
    atomic_add(-sbal_number, &qdio->req_q_free);

    retval = do_qdio_output(qdio->adapter->ccw_device, sbal_first, (unsigned)sbal_number);
    if (unlikely(retval != 0)) {
        atomic_add(sbal_number, &qdio->req_q_free);
        qdio_zero_sbals(qdio->req_q, (int)sbal_first, sbal_number);
        return retval;
    }
    qdio->req_q_idx = (qdio->req_q_idx + (unsigned)sbal_number) & QUEUE_MASK;
    return 0;
}

void qdio_int_req(struct zfcp_qdio *qdio, int qdio_err, int idx, int count)
{
    if (unlikely(qdio_err != 0))
        abort();
    qdio_zero_sbals(qdio->req_q, idx, count);
    spin_lock(&qdio->stat_lock);
    qdio_account(qdio);
    spin_unlock(&qdio->stat_lock);
    atomic_add(count, &qdio->req_q_free);
    /* wake_up(): the change before the check for waiters, which do not sleep here */
    atomic_thread_fence(memory_order_seq_cst);
    if (unlikely(atomic_read(&qdio->req_q_waiters) != 0))
        abort();
}

static void reqlist_add(struct zfcp_reqlist *rl, struct zfcp_fsf_req *req)
{
    struct list_head *bucket = &rl->buckets[req->req_id % REQ_LIST_BUCKETS];

    spin_lock(&rl->lock);
    list_add_tail(&req->list, bucket);
    spin_unlock(&rl->lock);
}

struct zfcp_fsf_req *reqlist_find_rm(struct zfcp_reqlist *rl, uint64_t req_id)
{
    struct list_head *bucket = &rl->buckets[req_id % REQ_LIST_BUCKETS];
    struct zfcp_fsf_req *found = NULL;

    spin_lock(&rl->lock);
    for (struct list_head *node = bucket->next; node != bucket; node = node->next) {
        struct zfcp_fsf_req *req = (struct zfcp_fsf_req *)node; /* list is the first member */

        if (req->req_id == req_id) {
            list_del(node);
            found = req;
            break;
        }
    }
    spin_unlock(&rl->lock);
    return found;
}

static struct zfcp_fsf_req *fsf_alloc(struct mempool *pool)
{
    struct zfcp_fsf_req *req = mempool_alloc(pool);

    if (unlikely(req == NULL))
        return NULL;
    memset(req, 0, sizeof(*req));
    req->pool = pool;
    list_init(&req->list);
    list_init(&req->completion.waiters);
    return req;
}

static struct zfcp_fsf_req *fsf_req_create(struct zfcp_qdio *qdio, uint8_t sbtype, struct mempool *pool)
{
    struct zfcp_adapter *adapter = qdio->adapter;
    struct zfcp_fsf_req *req = fsf_alloc(pool);

    if (unlikely(req == NULL))
        return NULL;
    if (adapter->req_no == 0)
        adapter->req_no++;
    req->adapter = adapter;
    req->req_id = adapter->req_no;
    qdio_req_init(qdio, &req->qdio_req, req->req_id, sbtype, req->qtcb, 0);
    return req;
}

static int fsf_req_send(struct zfcp_fsf_req *req)
{
    bool is_srb = req->qtcb == NULL;
    struct zfcp_adapter *adapter = req->adapter;
    struct zfcp_qdio *qdio = adapter->qdio;
    uint64_t req_id = req->req_id;

    reqlist_add(adapter->req_list, req);
    req->qdio_req.qdio_outb_usage = (uint16_t)atomic_read(&qdio->req_q_free);
    req->issued = get_tod_clock(adapter->start);
    if (unlikely(qdio_send(qdio, req->qdio_req.sbal_first, req->qdio_req.sbal_number) != 0)) {
        reqlist_find_rm(adapter->req_list, req_id);
        return -REF_EIO;
    }
    if (!is_srb)
        adapter->fsf_req_seq_no++;
    adapter->req_no++;
    return 0;
}

int fsf_status_read(struct zfcp_qdio *qdio)
{
    struct zfcp_adapter *adapter = qdio->adapter;
    struct zfcp_fsf_req *req;
    int retval = -REF_EIO;
    void *page;
    uint8_t *sbale;

    spin_lock(&qdio->req_q_lock);
    if (qdio_sbal_get(qdio) != 0)
        goto out;
    retval = -REF_ENOMEM;
    req = fsf_req_create(qdio, SBAL_SFLAGS0_TYPE_STATUS, adapter->pool.status_read_req);
    if (unlikely(req == NULL))
        goto out;
    page = mempool_alloc(adapter->pool.sr_data);
    if (unlikely(page == NULL)) {
        mempool_free(req, req->pool);
        goto out;
    }
    memset(page, 0, sizeof(struct zl_fsf_status_read_buffer));
    req->data = page;
    qdio_fill_next(qdio, &req->qdio_req, page, sizeof(struct zl_fsf_status_read_buffer));
    sbale = sbale_at(qdio, req->qdio_req.sbal_last, req->qdio_req.sbale_curr);
    sbale[0] |= SBAL_EFLAGS_LAST_ENTRY;

    retval = fsf_req_send(req);
    if (unlikely(retval != 0)) {
        mempool_free(page, adapter->pool.sr_data);
        mempool_free(req, req->pool);
    }
out:
    spin_unlock(&qdio->req_q_lock);
    return retval;
}

/* Requests with a cleared page each, chained: as many as there is memory for. */
static struct zfcp_fsf_req *prepare(struct zfcp_adapter *adapter, int count)
{
    struct zfcp_fsf_req *chain = NULL;

    for (int i = 0; i < count; i++) {
        struct zfcp_fsf_req *req = fsf_alloc(adapter->pool.status_read_req);

        if (unlikely(req == NULL))
            break;
        req->adapter = adapter;
        req->data = mempool_alloc(adapter->pool.sr_data);
        if (unlikely(req->data == NULL)) {
            mempool_free(req, req->pool);
            break;
        }
        memset(req->data, 0, sizeof(struct zl_fsf_status_read_buffer));
        req->next = chain;
        chain = req;
    }
    return chain;
}

static void fill(struct zfcp_qdio *qdio, struct zfcp_fsf_req *req, uint64_t issued, int room)
{
    struct zfcp_adapter *adapter = qdio->adapter;
    uint8_t *sbale;

    req->next = NULL;
    req->req_id = adapter->req_no++;
    req->issued = issued;
    qdio_req_init(qdio, &req->qdio_req, req->req_id, SBAL_SFLAGS0_TYPE_STATUS, NULL, 0);
    qdio_fill_next(qdio, &req->qdio_req, req->data, sizeof(struct zl_fsf_status_read_buffer));
    sbale = sbale_at(qdio, req->qdio_req.sbal_last, req->qdio_req.sbale_curr);
    sbale[0] |= SBAL_EFLAGS_LAST_ENTRY;
    req->qdio_req.qdio_outb_usage = (uint16_t)room;
    qdio->req_q_idx = (qdio->req_q_idx + 1) & QUEUE_MASK;
}

int fsf_status_reads(struct zfcp_qdio *qdio, int count)
{
    struct zfcp_adapter *adapter = qdio->adapter;
    struct zfcp_fsf_req *chain = prepare(adapter, count);
    struct zfcp_fsf_req *rest = chain;
    int posted = 0;

    if (unlikely(chain == NULL))
        return 0;
    spin_lock(&qdio->req_q_lock);
    if (likely(qdio_sbal_get(qdio) == 0)) {
        unsigned first = qdio->req_q_idx;
        uint64_t issued = get_tod_clock(adapter->start);
        int room = atomic_read(&qdio->req_q_free);
        struct zfcp_reqlist *rl = adapter->req_list;

        spin_lock(&rl->lock);
        do {
            struct zfcp_fsf_req *req = rest;

            rest = req->next;
            fill(qdio, req, issued, room - posted);
            list_add_tail(&req->list, &rl->buckets[req->req_id % REQ_LIST_BUCKETS]);
            posted++;
        } while (rest != NULL && posted < room);
        spin_unlock(&rl->lock);
        qdio->req_q_idx = first;
        if (unlikely(qdio_send(qdio, first, posted) != 0))
            abort();            /* the queues of the benchmark stay open */
    }
    spin_unlock(&qdio->req_q_lock);
    while (rest != NULL) {
        struct zfcp_fsf_req *req = rest;

        rest = req->next;
        mempool_free(req->data, adapter->pool.sr_data);
        mempool_free(req, req->pool);
    }
    return posted;
}

/* Only types of status that need no reaction occur here. */
static void fsf_status_read_handler(struct zfcp_fsf_req *req)
{
    struct zfcp_adapter *adapter = req->adapter;
    void *page = req->data;

    if (unlikely((req->status & FSFREQ_DISMISSED) != 0)) {
        mempool_free(page, adapter->pool.sr_data);
        mempool_free(req, req->pool);
        return;
    }
    if (unlikely(adapter->dbf->hba->level >= 2))
        abort();
    switch (be32(page)) {
    case STATUS_READ_SENSE_DATA_AVAIL:
        break;
    default:
        abort();
    }
    mempool_free(page, adapter->pool.sr_data);
    mempool_free(req, req->pool);
    atomic_add(1, &adapter->stat_miss);
    tasklet_schedule(&adapter->stat_work);
}

static void fsf_req_complete(struct zfcp_fsf_req *req)
{
    if (likely(req->qtcb == NULL)) {
        fsf_status_read_handler(req);
        return;
    }
    abort();
}

static void fsf_reqid_check(struct zfcp_qdio *qdio, int sbal_idx)
{
    uint8_t *sbale = qdio->res_q[sbal_idx];

    for (int i = 0; i < ZL_SBALES_PER_SBAL; i++, sbale += 16) {
        struct zfcp_fsf_req *req = reqlist_find_rm(qdio->adapter->req_list, be64(sbale + 8));

        if (unlikely(req == NULL))
            abort();
        fsf_req_complete(req);
        if (likely((sbale[0] & SBAL_EFLAGS_LAST_ENTRY) != 0))
            break;
    }
}

void qdio_int_resp(struct zfcp_qdio *qdio, int qdio_err, int idx, int count)
{
    if (unlikely(qdio_err != 0))
        abort();
    for (int i = 0; i < count; i++)
        fsf_reqid_check(qdio, (idx + i) & QUEUE_MASK);
    if (unlikely(do_qdio_input(qdio->adapter->ccw_device, (unsigned)idx, (unsigned)count) != 0))
        abort();
}
