// SPDX-License-Identifier: GPL-2.0-only
/*
 * A driver as small as can be: queues in main storage, and requests by the rules of do_QDIO. Other orders than that of
 * the calls need the caller's care, except that driver_siga() and the SLSB may be used while the channel runs freely.
 */
#ifndef FCPMOCK_DRIVER_H
#define FCPMOCK_DRIVER_H

#include <stdbool.h>
#include <stdint.h>

#include "fcpmock.h"
#include "base/fsf.h"
#include "base/mem.h"
#include "zfcp_layout.h"

#define DRIVER_STORAGE (8u << 20)

struct driver {
    fcp_channel *ch;
    int32_t sub;
    bool little;
    uint32_t count;             /* SBALs per queue */
    uint32_t sbales;
    uint32_t stride;
    uint8_t *storage;
    uint64_t used;
    struct zl_qdr *qdr;
    struct zl_qib *qib;
    struct zl_slib *slib[2];    /* 0 input, 1 output */
    struct zl_sl_element *sl[2];
    uint8_t *slsb[2];
    uint8_t *sbal[2];           /* all SBALs of a queue, one after the other */
    uint32_t out_next, in_next;
    uint32_t seq_no;
    uint64_t req_id;
    uint64_t now_ns;
    struct fcp_step last;       /* last step that did something */
};

/* A channel of its own unless ch is given; a subchannel is added. */
void driver_open(struct driver *d, fcp_channel *ch);
void driver_close(struct driver *d, bool with_channel);

void *driver_alloc(struct driver *d, uint64_t size, uint64_t align);
void driver_geometry(struct driver *d, uint32_t count, uint32_t sbales, uint32_t stride, bool little);
void driver_setup(struct driver *d);            /* writes QDR and all below it */
bool driver_up(struct driver *d);               /* setup, establish, activate, input SBALs given to the channel */

uint8_t driver_state(const struct driver *d, int queue, uint32_t i);
void driver_set_state(struct driver *d, int queue, uint32_t i, uint8_t state);
uint64_t driver_sbale(const struct driver *d, int queue, uint32_t sbal, uint32_t element);

/* Runs the channel until it has nothing to do now; returns the number of steps. */
int driver_run(struct driver *d);
/* The same until a step of that kind; returns whether there was one: d->last. */
bool driver_run_until(struct driver *d, uint32_t kind);

struct zl_fsf_qtcb *driver_qtcb(struct driver *d, uint32_t command, uint32_t type);
/* Puts a request with QTCB and data areas into the next SBALs, primes them and rings. Returns the request id. */
struct area {
    void *at;
    uint32_t length;
};
uint64_t driver_send(struct driver *d, struct zl_fsf_qtcb *q, uint32_t sbtype, const struct area *areas, uint32_t n,
                     uint32_t data_div);
uint64_t driver_send_srb(struct driver *d, struct zl_fsf_status_read_buffer *b);
/* Takes the next response: its request id, 0 if there is none; gives the SBAL back. */
uint64_t driver_response(struct driver *d);
/* driver_send(), runs the channel, and takes the response: whether it is that of the request. */
bool driver_do(struct driver *d, struct zl_fsf_qtcb *q, uint32_t sbtype, const struct area *areas, uint32_t n,
               uint32_t data_div);

#define PROT(d, q) ((uint32_t)HW_GET((d)->little, (q)->prefix.prot_status))
#define FSF(d, q) ((uint32_t)HW_GET((d)->little, (q)->header.fsf_status))
#define QUAL(d, q, i) ((uint32_t)HW_GET((d)->little, (q)->header.fsf_status_qual.word[i]))

#endif
