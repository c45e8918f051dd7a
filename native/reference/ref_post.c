// SPDX-License-Identifier: GPL-2.0-only
#include "zfcpref.h"

#include "ref_fsf.h"

/* The channel's end of the output queue, as far as status read buffers go. */
struct channel {
    struct spinlock lock;
    _Atomic uint32_t next; /* changed under the lock, read without it by who only looks */
    uint32_t next_response;
};

struct zfcpref_machine {
    struct zfcp_adapter adapter;
    struct zfcp_qdio qdio;
    struct zfcp_reqlist req_list;
    /* Each on lines of its own, as what kmalloc returns. */
    _Alignas(CACHE_LINE) struct cache req_cache;
    _Alignas(CACHE_LINE) struct cache page_cache;
    _Alignas(CACHE_LINE) struct mempool status_read_req;
    _Alignas(CACHE_LINE) struct mempool sr_data;
    _Alignas(CACHE_LINE) struct ccw_device ccw_device;
    _Alignas(CACHE_LINE) struct ccw_device_private ccw_private;
    _Alignas(CACHE_LINE) struct zfcp_dbf dbf;
    _Alignas(CACHE_LINE) struct debug_info hba_area;
    _Alignas(CACHE_LINE) void *reserve[2 * STATUS_READS_RECOM];
    struct spinlock claim_lock;
    int32_t policy;
    _Atomic int64_t *deficits; /* with a census only */
    uint8_t *queue_memory;
    uint8_t *page_memory;
    struct zfcp_fsf_req *req_memory;
    _Alignas(CACHE_LINE) struct channel channel;
};

/* More than there are SBALs, since a request and a page are taken before an SBAL is filled, and reserves are filled first. */
#define OBJECTS (2 * QUEUE_SIZE + STATUS_READS_RECOM)

static int refill_check_then_dec(struct zfcp_adapter *adapter)
{
    while (atomic_read(&adapter->stat_miss) > 0) {
        if (unlikely(fsf_status_read(adapter->qdio) != 0))
            return (uint32_t)atomic_read(&adapter->stat_miss) >= adapter->stat_read_buf_num;
        atomic_add(-1, &adapter->stat_miss);
    }
    return 0;
}

static int refill_add_unless(struct zfcp_adapter *adapter)
{
    while (atomic_add_unless(&adapter->stat_miss, -1, 0)) {
        if (unlikely(fsf_status_read(adapter->qdio) != 0)) {
            atomic_add(1, &adapter->stat_miss);
            return (uint32_t)atomic_read(&adapter->stat_miss) >= adapter->stat_read_buf_num;
        }
    }
    return 0;
}

static bool claim_locked(struct zfcpref_machine *machine)
{
    atomic_t *stat_miss = &machine->adapter.stat_miss;
    bool claimed;

    spin_lock(&machine->claim_lock);
    claimed = atomic_read(stat_miss) > 0;
    if (claimed)
        atomic_add(-1, stat_miss);
    spin_unlock(&machine->claim_lock);
    return claimed;
}

static int refill_lock(struct zfcpref_machine *machine)
{
    struct zfcp_adapter *adapter = &machine->adapter;

    while (claim_locked(machine)) {
        if (unlikely(fsf_status_read(adapter->qdio) != 0)) {
            atomic_add(1, &adapter->stat_miss);
            return (uint32_t)atomic_read(&adapter->stat_miss) >= adapter->stat_read_buf_num;
        }
    }
    return 0;
}

static int refill_claim_all(struct zfcp_adapter *adapter)
{
    int claimed;

    while (atomic_read(&adapter->stat_miss) != 0 && (claimed = atomic_xchg(&adapter->stat_miss, 0)) != 0) {
        int posted = fsf_status_reads(adapter->qdio, claimed);

        if (unlikely(posted < claimed)) {
            atomic_add(claimed - posted, &adapter->stat_miss);
            return (uint32_t)atomic_read(&adapter->stat_miss) >= adapter->stat_read_buf_num;
        }
    }
    return 0;
}

static int refill_as(struct zfcpref_machine *machine, int32_t policy)
{
    switch (policy) {
    case ZFCPREF_CHECK_THEN_DEC:
        return refill_check_then_dec(&machine->adapter);
    case ZFCPREF_LOCK:
        return refill_lock(machine);
    case ZFCPREF_CLAIM_ALL:
        return refill_claim_all(&machine->adapter);
    default:
        return refill_add_unless(&machine->adapter);
    }
}

static void note_deficit(struct zfcpref_machine *machine)
{
    int missing = atomic_read(&machine->adapter.stat_miss);

    missing = missing < 0 ? 0 : missing >= ZFCPREF_DEFICITS ? ZFCPREF_DEFICITS - 1 : missing;
    atomic_fetch_add_explicit(&machine->deficits[missing], 1, memory_order_relaxed);
}

static int refill(struct zfcpref_machine *machine)
{
    int32_t policy = machine->policy;

    /* Without a census, a comparison that is always predicted, of a value that is read anyway. */
    if (unlikely(policy >= ZFCPREF_CENSUS)) {
        note_deficit(machine);
        policy -= ZFCPREF_CENSUS;
    }
    return refill_as(machine, policy);
}

void zfcpref_census_take(struct zfcpref_machine *machine, int64_t *deficits)
{
    for (int i = 0; i < ZFCPREF_DEFICITS; i++)
        deficits[i] = atomic_exchange_explicit(&machine->deficits[i], 0, memory_order_relaxed);
}

/* Whether there may be a request: who finds none leaves the lock alone. */
static inline bool channel_has_request(struct zfcpref_machine *machine)
{
    uint32_t next = atomic_load_explicit(&machine->channel.next, memory_order_relaxed);

    return atomic_load_explicit(&machine->adapter.output.slsb[next], memory_order_acquire) == SLSB_CU_OUTPUT_PRIMED;
}

/* One step of the channel: fetches up to `want` requests. Returns how many there were, with their ids. */
static int channel_fetch(struct zfcpref_machine *machine, uint64_t *ids, int want)
{
    struct channel *channel = &machine->channel;
    _Atomic uint8_t *slsb = machine->adapter.output.slsb;
    uint32_t next;
    int got = 0;

    if (!channel_has_request(machine))
        return 0;
    spin_lock(&channel->lock);
    next = atomic_load_explicit(&channel->next, memory_order_relaxed);
    while (got < want && atomic_load_explicit(&slsb[next], memory_order_acquire) == SLSB_CU_OUTPUT_PRIMED) {
        ids[got++] = be64(sbale_at(&machine->qdio, next, 0) + 8);
        atomic_store_explicit(&slsb[next], SLSB_P_OUTPUT_EMPTY, memory_order_release);
        next = (next + 1) & QUEUE_MASK;
    }
    atomic_store_explicit(&channel->next, next, memory_order_relaxed);
    spin_unlock(&channel->lock);
    return got;
}

/* The driver sees a buffer come back: 1 if there was one more than agreed. */
static int consumed(struct zfcpref_machine *machine, uint64_t id)
{
    struct zfcp_adapter *adapter = &machine->adapter;
    struct zfcp_fsf_req *req = reqlist_find_rm(adapter->req_list, id);

    if (unlikely(req == NULL))
        abort();
    mempool_free(req->data, adapter->pool.sr_data);
    mempool_free(req, req->pool);
    return atomic_add_return(1, &adapter->stat_miss) <= 0;
}

int64_t zfcpref_post_run(struct zfcpref_machine *machine, int64_t operations, int32_t burst)
{
    uint64_t ids[QUEUE_SIZE];
    int64_t excess = 0;
    unsigned look = 0;

    for (int64_t done = 0; done < operations;) {
        int want = operations - done < burst ? (int)(operations - done) : burst;
        int got = channel_fetch(machine, ids, want);

        if (got > 0) {
            tasklet_schedule(&machine->adapter.output.tasklet);
            run_output_tasklet(&machine->adapter.output);
        }
        for (int i = 0; i < got; i++)
            excess += consumed(machine, ids[i]);
        refill(machine);
        run_output_tasklet(&machine->adapter.output);
        if (got == 0) {
            spin_pause(look++);
        } else {
            look = 0;
            done += got;
        }
    }
    return excess;
}

/* Another step: fetches up to `want` requests and answers each with a notification that asks for nothing. */
static int channel_notify(struct zfcpref_machine *machine, int want)
{
    struct channel *channel = &machine->channel;
    _Atomic uint8_t *slsb = machine->adapter.output.slsb;
    _Atomic uint8_t *response_slsb = machine->adapter.irq.input.slsb;
    uint32_t next;
    int got = 0;

    if (!channel_has_request(machine))
        return 0;
    spin_lock(&channel->lock);
    next = atomic_load_explicit(&channel->next, memory_order_relaxed);
    while (got < want && atomic_load_explicit(&slsb[next], memory_order_acquire) == SLSB_CU_OUTPUT_PRIMED
           && atomic_load_explicit(&response_slsb[channel->next_response], memory_order_acquire) == SLSB_CU_INPUT_EMPTY) {
        uint64_t id = be64(sbale_at(&machine->qdio, next, 0) + 8);
        uint64_t page = be64(sbale_at(&machine->qdio, next, 2) + 8);
        uint8_t *sbale = machine->qdio.res_q[channel->next_response];

        atomic_store_explicit(&slsb[next], SLSB_P_OUTPUT_EMPTY, memory_order_release);
        next = (next + 1) & QUEUE_MASK;
        put_be32((void *)(uintptr_t)page, STATUS_READ_SENSE_DATA_AVAIL);
        put_be64(sbale + 8, id);
        sbale[0] = SBAL_EFLAGS_LAST_ENTRY;
        atomic_store_explicit(&response_slsb[channel->next_response], SLSB_P_INPUT_PRIMED, memory_order_release);
        channel->next_response = (channel->next_response + 1) & QUEUE_MASK;
        got++;
    }
    atomic_store_explicit(&channel->next, next, memory_order_relaxed);
    spin_unlock(&channel->lock);
    return got;
}

static void channel_interrupt(struct zfcpref_machine *machine)
{
    atomic_store(machine->adapter.irq.dsci, 1);
    thinint_handler(&machine->adapter.irq);
}

static void run_stat_work(struct zfcpref_machine *machine)
{
    struct tasklet *work = &machine->adapter.stat_work;

    while (tasklet_begin(work)) {
        refill(machine);
        tasklet_end(work);
    }
}

void zfcpref_loop_run(struct zfcpref_machine *machine, int64_t operations, int32_t burst)
{
    unsigned look = 0;

    for (int64_t done = 0; done < operations;) {
        int want = operations - done < burst ? (int)(operations - done) : burst;
        int got = channel_notify(machine, want);

        if (got == 0) {
            spin_pause(look++);
        } else {
            look = 0;
            done += got;
            channel_interrupt(machine);
        }
        run_input_tasklet(&machine->adapter.irq);
        run_output_tasklet(&machine->adapter.output);
        run_stat_work(machine);
    }
}

int32_t zfcpref_channel_run(struct zfcpref_machine *machine, int32_t operations, int32_t burst)
{
    unsigned look = 0;
    int32_t done = 0;

    while (done < operations && look < ZFCPREF_LOOKS) {
        int got = channel_notify(machine, operations - done < burst ? operations - done : burst);

        if (got == 0) {
            spin_pause(look++);
        } else {
            look = 0;
            done += got;
            atomic_store(machine->adapter.irq.dsci, 1);
        }
    }
    return done;
}

void zfcpref_driver_run(struct zfcpref_machine *machine)
{
    for (int look = 0; look < ZFCPREF_LOOKS; look++) {
        if (atomic_load(machine->adapter.irq.dsci) != 0)
            thinint_handler(&machine->adapter.irq);
        run_input_tasklet(&machine->adapter.irq);
        run_output_tasklet(&machine->adapter.output);
        run_stat_work(machine);
        spin_pause(0);
    }
}

static void cache_fill(struct cache *cache, void **objects, uint8_t *memory, size_t size)
{
    cache->objects = objects;
    cache->count = OBJECTS;
    for (size_t i = 0; i < OBJECTS; i++)
        objects[i] = memory + i * size;
}

static void mempool_fill(struct mempool *pool, struct cache *cache, void **reserve)
{
    pool->alloc = cache_alloc;
    pool->free = cache_free;
    pool->cache = cache;
    pool->reserve = reserve;
    pool->min = STATUS_READS_RECOM;
    for (uint32_t i = 0; i < pool->min; i++)
        pool->reserve[i] = cache_alloc(cache);
    pool->reserved = pool->min;
}

static void set_up(struct zfcpref_machine *machine, int32_t srbs)
{
    struct zfcp_adapter *adapter = &machine->adapter;
    struct zfcp_qdio *qdio = &machine->qdio;

    struct qdio_irq *irq = &adapter->irq;
    uint8_t *states = machine->queue_memory + 2 * SBAL_SIZE * QUEUE_SIZE;

    for (int i = 0; i < QUEUE_SIZE; i++) {
        qdio->req_q[i] = machine->queue_memory + SBAL_SIZE * i;
        qdio->res_q[i] = machine->queue_memory + SBAL_SIZE * (QUEUE_SIZE + i);
    }
    adapter->output.slsb = (_Atomic uint8_t *)states;
    irq->input.slsb = (_Atomic uint8_t *)states + 256;
    irq->dsci = (_Atomic uint32_t *)(void *)(states + 512);
    irq->output = &adapter->output;
    irq->input.handler = qdio_int_resp;
    irq->input.int_parm = qdio;
    adapter->pool.status_read_req = &machine->status_read_req;
    adapter->pool.sr_data = &machine->sr_data;
    adapter->ccw_device = &machine->ccw_device;
    machine->ccw_device.private = &machine->ccw_private;
    machine->ccw_private.qdio_data = irq;
    adapter->dbf = &machine->dbf;
    machine->dbf.hba = &machine->hba_area;
    machine->hba_area.level = 1;
    adapter->output.handler = qdio_int_req;
    adapter->output.int_parm = qdio;
    adapter->output.scan_threshold = SCAN_THRESHOLD;
    adapter->output.need_siga_out = true;
    atomic_set(&adapter->output.irq_state, IRQ_STATE_ACTIVE);
    for (int i = 0; i < REQ_LIST_BUCKETS; i++)
        list_init(&machine->req_list.buckets[i]);
    adapter->req_list = &machine->req_list;
    adapter->qdio = qdio;
    adapter->stat_read_buf_num = (uint32_t)srbs;
    adapter->start = 0;
    atomic_set(&adapter->status, ADAPTER_QDIOUP);
    mempool_fill(adapter->pool.status_read_req, &machine->req_cache, machine->reserve);
    mempool_fill(adapter->pool.sr_data, &machine->page_cache, machine->reserve + STATUS_READS_RECOM);
    qdio->adapter = adapter;
    qdio->max_sbale_per_sbal = ZL_SBALES_PER_SBAL;
    atomic_set(&qdio->req_q_free, QUEUE_SIZE);
    atomic_set(&adapter->stat_miss, srbs);
    do_qdio_input(adapter->ccw_device, 0, QUEUE_SIZE);
}

struct zfcpref_machine *zfcpref_machine_open(int32_t policy, int32_t srbs)
{
    bool census = policy >= ZFCPREF_CENSUS;
    struct zfcpref_machine *machine;
    void **objects;

    if (policy < 0 || policy - census * ZFCPREF_CENSUS >= ZFCPREF_POLICIES || srbs < 1 || srbs > QUEUE_SIZE)
        return NULL;
    machine = aligned_alloc(CACHE_LINE, sizeof(*machine));
    if (machine == NULL)
        return NULL;
    memset(machine, 0, sizeof(*machine));
    machine->policy = policy;
    machine->queue_memory = aligned_alloc(PAGE_BYTES, 2 * SBAL_SIZE * QUEUE_SIZE + PAGE_BYTES);
    machine->page_memory = aligned_alloc(PAGE_BYTES, (size_t)OBJECTS * PAGE_BYTES);
    machine->req_memory = calloc(OBJECTS, sizeof(*machine->req_memory));
    objects = calloc(2 * OBJECTS, sizeof(*objects));
    machine->deficits = census ? calloc(ZFCPREF_DEFICITS, sizeof(*machine->deficits)) : NULL;
    if ((census && machine->deficits == NULL) || machine->queue_memory == NULL || machine->page_memory == NULL
        || machine->req_memory == NULL || objects == NULL) {
        free(objects);
        zfcpref_machine_close(machine);
        return NULL;
    }
    memset(machine->queue_memory, 0, 2 * SBAL_SIZE * QUEUE_SIZE + PAGE_BYTES);
    memset(machine->page_memory, 0, (size_t)OBJECTS * PAGE_BYTES);
    cache_fill(&machine->req_cache, objects, (uint8_t *)machine->req_memory, sizeof(*machine->req_memory));
    cache_fill(&machine->page_cache, objects + OBJECTS, machine->page_memory, PAGE_BYTES);
    set_up(machine, srbs);
    refill(machine);
    return machine;
}

void zfcpref_machine_close(struct zfcpref_machine *machine)
{
    if (machine == NULL)
        return;
    free((void *)machine->deficits);
    free(machine->req_cache.objects);
    free(machine->req_memory);
    free(machine->page_memory);
    free(machine->queue_memory);
    free(machine);
}
