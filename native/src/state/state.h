// SPDX-License-Identifier: GPL-2.0-only
/*
 * The data of the mock, without behaviour. One mutex guards all of a channel; what is outside of it is marked as such.
 */
#ifndef FCPMOCK_STATE_H
#define FCPMOCK_STATE_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/fsf.h"
#include "base/mem.h"
#include "base/ring.h"
#include "fcpmock.h"

#define MAX_SBALS 1024
#define MAX_SBALES 64
#define INLINE_SEGMENTS 16
#define SYMBOLIC_NAME_SIZE 255

#define BELL_OUTPUT 1u
#define BELL_INPUT 2u

struct queue {
    uint64_t slsb;                  /* address of the first state */
    uint32_t stride;
    uint32_t count;
    uint32_t cursor;
    uint64_t sbal[MAX_SBALS];
};

/* Data area of a request: what an SBALE points to. */
struct segment {
    uint64_t addr;
    uint32_t length;
    uint32_t sbal;                  /* number of the SBAL within the chain */
};

struct command {
    struct command *prev, *next;    /* in one of the subchannel's lists */
    struct subchannel *sub;
    struct command *alike;          /* next of those that command_find looks through */
    uint64_t req_id;
    struct zl_fsf_qtcb *qtcb;
    uint32_t code;
    uint32_t type;                  /* of SBALE 0 */
    uint32_t data_div;              /* length field of SBALE 0 */
    uint32_t sbal;
    uint32_t sbals;
    uint64_t due_ns;
    bool late;                      /* a status is already decided: prot, fsf and qual */
    bool ghost;
    uint32_t prot;
    uint32_t fsf;
    uint32_t qual[4];
    struct fcp_fault fault;         /* action 0: none */
    uint32_t segments;
    uint32_t segments_room;
    struct segment *segment;
    struct segment inlined[INLINE_SEGMENTS];
};

/* A power of two: drivers number their requests, so that they spread evenly. */
#define COMMANDS_BY_ID 256

struct command_list {
    struct command *first, *last;
    uint32_t count;
};

struct srb {
    uint64_t req_id;
    struct zl_fsf_status_read_buffer *buffer;
};

struct response {
    uint64_t req_id;
    uint8_t slsb;                   /* state of the SBAL that carries it */
    uint8_t scount;
};

struct note {
    uint32_t type;
    uint32_t subtype;
    uint32_t d_id;
    uint32_t fc_class;
    uint64_t fcp_lun;
    uint64_t due_ns;
    bool undated;                   /* due_ns still counts from the next step on */
    uint32_t length;
    uint8_t *payload;
};

struct io_interrupt {
    uint32_t function;
    uint32_t dstat;
    uint32_t cstat;
    uint32_t event;                 /* 0, or enum fcp_event */
};

struct subchannel {
    fcp_channel *ch;
    uint32_t number;
    uint64_t param[FCP_PARAM_COUNT];

    _Atomic uint32_t bell;          /* no lock: BELL_* */
    _Atomic uint32_t state;         /* written under the lock, read by SIGA without: enum fcp_sub_state */
    _Atomic uint32_t siga_faults;   /* likewise: there may be a fault rule for SIGA */
    _Atomic uint32_t synchronised;  /* likewise: SIGA-s is the signal for what was primed */
    _Atomic uint64_t sigas;

    bool little;
    bool multi_buffer;
    bool data_div;
    uint32_t sbales;
    struct queue in, out;
    bool scanning;                  /* the output queue may have something */
    bool stalled;                   /* a response waits for an input SBAL */

    bool establishing;              /* the channel program for it is still to be carried out */
    bool hanging;                   /* it never ends */
    uint64_t qdr;

    bool configured;                /* exchange config data was answered since establish */
    bool logged_in;
    bool virtual_link_down;
    uint32_t virtual_link_code;
    uint32_t next_seq_no;

    uint32_t wka_open;              /* bit per well-known address, by its last four bits */
    uint8_t symbolic_name[SYMBOLIC_NAME_SIZE];
    uint8_t symbolic_name_length;

    struct command_list pending;    /* sorted by due_ns */
    struct command_list silent;
    struct command *by_id[COMMANDS_BY_ID];  /* those of both lists, by the last bits of req_id */
    struct ring srbs;               /* struct srb */
    struct ring responses;          /* struct response */
    struct ring notes;              /* struct note */
    struct ring io_interrupts;      /* struct io_interrupt */
    uint32_t lost_els, lost_version, lost_other;    /* dropped notifications that NOTIFICATION_LOST is to report */
    uint32_t uninterrupted;         /* responses without an interrupt yet */
    bool interrupt;                 /* adapter interrupt pending */
    uint64_t indicator;             /* address, 0: none */

    struct fcp_stats stats;
};

struct san {
    struct remote_port **port;
    uint32_t ports, ports_room;
    uint64_t disks;                 /* ever added */
};

struct window {
    uint64_t base, limit;
};

struct rule {
    struct rule *next;
    struct fcp_fault fault;
};

struct thread {
    pthread_t id;
    void (*handler)(void *context, const struct fcp_step *interrupt);
    void *context;
    bool running;                   /* written under both locks: read under either */
    _Atomic bool stop;
    _Atomic uint32_t kicks;         /* changes when there may be something to do */
    _Atomic uint32_t asleep;
    _Atomic uint64_t wait_spin_ns;  /* FCP_P_WAIT_SPIN_NS as the thread last saw it */
    _Atomic bool ready;             /* there is an interrupt to fetch, or no thread that would bring one */
    pthread_mutex_t lock;           /* of what follows; taken after the channel's lock, never before */
    pthread_cond_t work;
    pthread_cond_t interrupts;
    struct ring queue;              /* struct fcp_step: I/O interrupts and events */
    _Atomic uint64_t adapter;       /* bit per subchannel: adapter interrupt pending; read without the lock */
};

struct fcp_channel {
    pthread_mutex_t lock;
    uint64_t param[FCP_PARAM_COUNT];
    struct subchannel *sub[FCP_MAX_SUBCHANNELS];
    _Atomic uint32_t subs;
    uint32_t turn;

    struct window *window;          /* sorted by base */
    uint32_t windows, windows_room;
    uint32_t window_hit;

    uint64_t now_ns;
    uint64_t random;
    bool unplugged;
    uint32_t unplugged_code;

    struct san san;

    struct rule *rules;
    uint32_t next_rule;

    struct command *spare;

    struct thread thread;
};

/* A point in time that is so much later; FCP_NEVER stays what it is. */
static inline uint64_t later(uint64_t time_ns, uint64_t by_ns)
{
    return time_ns + by_ns < time_ns ? FCP_NEVER : time_ns + by_ns;
}

/* Fields of the QTCB of command c. */
#define QGET(c, member) HW_GET((c)->sub->little, (c)->qtcb->member)
#define QPUT(c, member, value) HW_PUT((c)->sub->little, (c)->qtcb->member, (value))

#endif
