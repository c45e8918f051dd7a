// SPDX-License-Identifier: GPL-2.0-only
/* The structures of the refill path: what zfcp_def.h, zfcp_qdio.h and qdio.h of Linux have, as far as it is touched. */
#ifndef REF_ZFCP_H
#define REF_ZFCP_H

#include "base/fsf.h"
#include "ref_kernel.h"
#include "zfcp_layout.h"

#define QUEUE_SIZE 128
#define QUEUE_MASK (QUEUE_SIZE - 1)
#define SBAL_SIZE 256
#define PAGE_BYTES 4096
#define REQ_LIST_BUCKETS 128
#define MAX_SBALS_PER_REQ 36
#define SCAN_THRESHOLD (QUEUE_SIZE - 2 * MAX_SBALS_PER_REQ)
#define STATUS_READS_RECOM 16
#define ADAPTER_QDIOUP 0x00000002
#define FSFREQ_DISMISSED 0x00001000
#define STATUS_READ_SENSE_DATA_AVAIL 0x00000003
#define REF_EIO 5
#define REF_ENOMEM 12

struct zfcp_adapter;
struct zfcp_fsf_req;

struct zfcp_qdio_req {
    uint8_t sbtype;
    uint8_t sbal_number;
    uint8_t sbal_first;
    uint8_t sbal_last;
    uint8_t sbal_limit;
    uint8_t sbale_curr;
    uint16_t qdio_outb_usage;
};

struct timer {
    struct list_head entry;
    uint64_t expires;
    void (*function)(struct timer *);
    uint32_t flags;
};

struct completion {
    uint32_t done;
    struct spinlock lock;
    struct list_head waiters;
};

struct zfcp_fsf_req {
    struct list_head list;
    uint64_t req_id;
    struct zfcp_adapter *adapter;
    struct zfcp_qdio_req qdio_req;
    struct completion completion;
    uint32_t status;
    void *qtcb;
    void *data;
    struct timer timer;
    void *erp_action;
    struct mempool *pool;
    uint64_t issued;
    void (*handler)(struct zfcp_fsf_req *);
    struct zfcp_fsf_req *next;  /* of requests that are made ready to be sent in one run */
};

struct zfcp_qdio;

/* What qdio_main.c keeps of an output queue. */
struct qdio_q {
    void (*handler)(struct zfcp_qdio *, int error, int first, int count);
    struct zfcp_qdio *int_parm;
    _Atomic uint8_t *slsb;
    atomic_t nr_buf_used;
    atomic_t irq_state;
    int32_t first_to_check;
    int32_t qdio_error;
    uint32_t scan_threshold;
    bool pci_out_enabled;
    bool need_siga_sync;
    bool need_siga_out;
    struct tasklet tasklet;
    struct spinlock timer_lock;
    _Atomic int32_t timer_pending;
    uint64_t sigas;
};

/* What it keeps of an input queue. */
struct qdio_input_q {
    void (*handler)(struct zfcp_qdio *, int error, int first, int count);
    struct zfcp_qdio *int_parm;
    _Atomic uint8_t *slsb;
    atomic_t nr_buf_used;
    int32_t first_to_check;
    int32_t batch_start;
    int32_t batch_count;
    int32_t qdio_error;
    struct tasklet tasklet;
};

/* Both queues, with the indicator of adapter interrupts. */
struct qdio_irq {
    struct spinlock tiq_list_lock;
    _Atomic uint32_t *dsci;
    struct qdio_input_q input;
    struct qdio_q *output;
};

struct zfcp_qdio {
    uint8_t *res_q[QUEUE_SIZE];
    uint8_t *req_q[QUEUE_SIZE];
    uint32_t req_q_idx;
    atomic_t req_q_free;
    struct spinlock stat_lock;
    struct spinlock req_q_lock;
    uint64_t req_q_time;
    uint64_t req_q_util;
    atomic_t req_q_full;
    atomic_t req_q_waiters;
    struct zfcp_adapter *adapter;
    uint16_t max_sbale_per_sbal;
};

struct zfcp_reqlist {
    struct spinlock lock;
    struct list_head buckets[REQ_LIST_BUCKETS];
};

/* Pools, devices and trace areas are objects of their own, as in Linux: each is reached by its pointer. */
struct zfcp_adapter_mempool {
    struct mempool *status_read_req;
    struct mempool *sr_data;
};

struct debug_info {
    int32_t level;
};

struct zfcp_dbf {
    struct debug_info *pay;
    struct debug_info *rec;
    struct debug_info *hba;
};

struct ccw_device_private {
    struct qdio_irq *qdio_data;
};

struct ccw_device {
    struct ccw_device_private *private;
};

struct zfcp_adapter {
    struct zfcp_qdio *qdio;
    atomic_t status;
    uint64_t req_no;
    struct zfcp_reqlist *req_list;
    uint32_t fsf_req_seq_no;
    atomic_t stat_miss;
    uint32_t stat_read_buf_num;
    struct zfcp_adapter_mempool pool;
    struct ccw_device *ccw_device;
    struct qdio_q output;
    struct qdio_irq irq;
    struct tasklet stat_work;
    struct zfcp_dbf *dbf;
    int64_t start;
};

#endif
