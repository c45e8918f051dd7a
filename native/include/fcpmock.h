// SPDX-License-Identifier: GPL-2.0-only
/*
 * libfcpmock: a mock of an FCP channel of IBM Z, as its QDIO driver sees it.
 *
 * A channel is one physical port. It has subchannels (FCP devices). The driver reaches a subchannel through the
 * queues in main storage, whose addresses the channel takes from the QDR that "establish" names, and through the
 * instructions below. Nothing here ever calls back on its own.
 *
 * Two ways to let the hardware work; both run the same code:
 *  - fcp_step() does the one thing that comes next and says what it did. Time is the argument: nothing waits.
 *  - fcp_thread_start() runs that step in a thread of its own, by the monotonic clock. The thread sleeps until there
 *    is something to do. Interrupts are fetched with fcp_wait_interrupt(), or are handed to a function.
 *
 * For a foreign-function binding: all structures consist of fixed-size integers in natural alignment without hidden
 * padding, in the byte order of the host; all addresses of main storage are plain uint64_t; every function may be
 * called by any thread; none of them but fcp_wait_interrupt(), fcp_thread_stop() and fcp_channel_destroy() waits for
 * long. fcp_siga(), fcp_step() and fcp_stats() never call into anything that calls back, so they may be called without
 * a state change of the calling runtime.
 *
 * Results: 0 or a positive value is success, a negative value is one of FCP_E*.
 */
#ifndef FCPMOCK_H
#define FCPMOCK_H

#include <stdint.h>

#if defined(__GNUC__)
#define FCP_API __attribute__((visibility("default")))
#else
#define FCP_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define FCP_ABI_VERSION 1

#define FCP_ENOENT (-2)         /* no such rule, port, LUN or storage */
#define FCP_EIO (-5)
#define FCP_EAGAIN (-11)        /* not without waiting: nothing was done */
#define FCP_ENOMEM (-12)
#define FCP_EBUSY (-16)         /* the subchannel, or the thread, is not in the state that this needs */
#define FCP_EEXIST (-17)
#define FCP_ENODEV (-19)        /* no such subchannel, or it is gone */
#define FCP_EINVAL (-22)
#define FCP_ESHUTDOWN (-108)    /* the thread was stopped */

#define FCP_MAX_SUBCHANNELS 64
#define FCP_ANY (-1)            /* as a subchannel: all of them */
#define FCP_NEVER UINT64_MAX    /* as a time: not at all */

typedef struct fcp_channel fcp_channel;

/* ---- Channel, main storage, subchannels ---- */

FCP_API uint32_t fcp_abi_version(void);

/* NULL when memory is exhausted. */
FCP_API fcp_channel *fcp_channel_create(void);

/* Stops the thread. No other call may be in progress. */
FCP_API void fcp_channel_destroy(fcp_channel *ch);

/*
 * Main storage that this channel may address. Whatever the channel takes from a queue is checked against it.
 * When fcp_storage_remove() has succeeded, the channel does not touch that storage any more. FCP_EBUSY while a subchannel
 * may: established queues lie in it, an SRB, or the QTCB or a data area of a request without an answer yet, or the
 * indicator. Clear and halt end all but the last; that goes with fcp_set_indicator().
 */
FCP_API int fcp_storage_add(fcp_channel *ch, uint64_t base, uint64_t length);
FCP_API int fcp_storage_remove(fcp_channel *ch, uint64_t base);

/*
 * Adds a subchannel and returns its number (0, 1, ...), or FCP_EINVAL if there are FCP_MAX_SUBCHANNELS. The bus id
 * ("0.0.1900") is a label and has no effect. wwpn 0 and d_id 0 stand for values made from the number.
 */
FCP_API int fcp_subchannel_add(fcp_channel *ch, const char *busid, uint64_t wwpn, uint32_t d_id);

/* ---- Settings ---- */

enum fcp_param {
    /* identity in the fabric */
    FCP_P_WWPN = 0,
    FCP_P_WWNN = 1,
    FCP_P_D_ID = 2,
    FCP_P_ZONES = 3,            /* bit mask; who shares a bit sees each other. Default: a bit of its own */
    /* answer to exchange config data; the names are those of the QTCB bottom */
    FCP_P_LIC_VERSION = 8,
    FCP_P_HIGH_QTCB_VERSION = 9,
    FCP_P_LOW_QTCB_VERSION = 10,
    FCP_P_MAX_QTCB_SIZE = 11,
    FCP_P_MAX_DATA_TRANSFER_SIZE = 12,
    FCP_P_ADAPTER_FEATURES = 13,
    FCP_P_CONNECTION_FEATURES = 14,     /* 1: NPIV */
    FCP_P_FC_TOPOLOGY = 15,             /* 1 point-to-point, 2 fabric, 3 arbitrated loop */
    FCP_P_FC_LINK_SPEED = 16,
    FCP_P_ADAPTER_TYPE = 17,
    FCP_P_STATUS_READ_BUF_NUM = 18,
    FCP_P_TIMER_INTERVAL = 19,
    FCP_P_HARDWARE_VERSION = 20,
    FCP_P_PEER_D_ID = 21,               /* of a point-to-point peer */
    FCP_P_PEER_WWPN = 22,
    FCP_P_PEER_WWNN = 23,
    FCP_P_CONFIG_INCOMPLETE = 24,       /* 0, or the link down code that exchange config data reports */
    FCP_P_HOST_CONNECTION_TRIES = 25,   /* so many exchange config data get HOST_CONNECTION_INITIALIZING; counts down */
    /* answer to exchange port data */
    FCP_P_PORT_TYPE = 32,
    FCP_P_SUPPORTED_SPEED = 33,
    FCP_P_MAXIMUM_FRAME_SIZE = 34,
    FCP_P_FC_SECURITY_ALGORITHMS = 35,
    FCP_P_PORT_DATA_INCOMPLETE = 36,    /* 0, or the link down code that exchange port data reports */
    FCP_P_MAX_PORTS = 37,               /* remote ports that can be open at once, 0: no limit */
    FCP_P_MAX_LUNS = 38,
    /* status read buffers */
    FCP_P_SRB_LIMIT = 40,               /* 0: max(STATUS_READ_BUF_NUM, 16) */
    FCP_P_SRB_BEFORE_CONFIG = 41,       /* before exchange config data was answered: 0 accept SRBs, 1 refuse them */
    FCP_P_LOST_POLICY = 42,             /* notification without an SRB: enum fcp_lost_policy */
    /* QDIO */
    FCP_P_QDIOAC1 = 48,
    FCP_P_QDIOAC2 = 49,                 /* "available" bits; "enabled" is added as the QDR and the QIB ask for it */
    FCP_P_QIB_AC = 50,
    FCP_P_CHECK_SEQ_NO = 51,            /* 1: a wrong req_seq_no gets SEQ_NUMB_ERROR */
    FCP_P_RESPONSES_PER_SBAL = 52,      /* 1..16 */
    FCP_P_INTERRUPT_COALESCE = 53,      /* responses that share an interrupt, when so many come at once */
    FCP_P_OUTPUT_ERROR_INTERRUPT = 54,  /* 1: an output error makes an adapter interrupt pending */
    FCP_P_QUIET_WHILE_POLLED = 55,      /* 1: no interrupt for a response while the one before it is acknowledged (INPUT ACK) */
    /* timing */
    FCP_P_ANSWER_DELAY_NS = 56,         /* from fetching a request to its end */
    FCP_P_NOTIFY_DELAY_NS = 57,
    FCP_P_JITTER_NS = 58,               /* a pseudo-random part of at most so much is added to both */
    FCP_P_SEED = 59,
    FCP_P_STALL_POLL_NS = 60,           /* polling interval of a full input queue */
    FCP_P_SPIN_NS = 61,                 /* the thread spins so long before it sleeps */
    FCP_P_WAIT_SPIN_NS = 62,            /* so does the waiter for an interrupt: 0 unless there are processors to spare */
    /* geometry; taken over by the next establish */
    FCP_P_LOG_LENGTH = 63,              /* bytes of log that the channel adds to each answer, at most 1024 */
    FCP_P_SLSB_STRIDE = 64,             /* bytes between adjacent states */
    FCP_P_SBALS_PER_QUEUE = 65,         /* 2..1024 */
    FCP_P_SBALES_PER_SBAL = 66,         /* 3..64 */
    FCP_P_LITTLE_ENDIAN = 67,           /* 1: QDIO and FSF structures are little-endian. FC and SCSI formats never are */
    FCP_PARAM_COUNT = 72
};

enum fcp_lost_policy {
    FCP_LOST_HOLD = 0,          /* it waits for an SRB */
    FCP_LOST_DROP = 1,          /* it is counted and forgotten */
    FCP_LOST_REPORT = 2         /* link events wait; of others, NOTIFICATION_LOST is reported when there is an SRB again */
};

/* sub FCP_ANY: for all subchannels, and the default for later ones. */
FCP_API int fcp_set(fcp_channel *ch, int32_t sub, uint32_t param, uint64_t value);
/* sub FCP_ANY: the default. */
FCP_API int fcp_get(fcp_channel *ch, int32_t sub, uint32_t param, uint64_t *value);

/* ---- Instructions of a subchannel ---- */

/*
 * Starts the channel program that establishes the queues. The outcome is an interrupt of kind FCP_INT_IO: device end
 * alone is success; a QDR that cannot be used gets a program check, an inconsistent one a unit check.
 */
FCP_API int fcp_establish(fcp_channel *ch, int32_t sub, uint64_t qdr);

/*
 * Starts the channel program that activates the queues, which are active when this returns. It ends, with an interrupt,
 * only when it fails.
 */
FCP_API int fcp_activate(fcp_channel *ch, int32_t sub);

/*
 * Clear and halt end everything on the subchannel: queues, SRBs and requests are forgotten. When they return, the
 * channel does not touch main storage for this subchannel any more; an interrupt of kind FCP_INT_IO follows.
 */
FCP_API int fcp_clear(fcp_channel *ch, int32_t sub);
FCP_API int fcp_halt(fcp_channel *ch, int32_t sub);

enum fcp_siga { FCP_SIGA_WRITE = 0, FCP_SIGA_READ = 1, FCP_SIGA_SYNC = 2 };

#define FCP_CC_BUSY_BIT 0x100   /* with condition code 2 */

/*
 * Signal adapter. The masks select queues, the first one is 0x80000000. FCP_SIGA_SYNC is a signal for them too where the
 * SSQD says that it is needed (qdioac1 0x10), and nothing elsewhere. Returns the condition code (0..3), possibly
 * with FCP_CC_BUSY_BIT. Waits for the channel's lock, under which data is copied, while there is a fault rule for SIGA.
 */
FCP_API int fcp_siga(fcp_channel *ch, int32_t sub, uint32_t function, uint32_t out_mask, uint32_t in_mask);

/*
 * The same for a caller that must not wait: FCP_EAGAIN, and nothing done, if fcp_siga() would take the channel's lock. All
 * that it may take is the lock by which the channel's thread goes to sleep, which is held for some instructions.
 */
FCP_API int fcp_siga_try(fcp_channel *ch, int32_t sub, uint32_t function, uint32_t out_mask, uint32_t in_mask);

/*
 * The word behind fcp_siga(): OR 1 (output) or 2 (input) into it, as one atomic operation, and a channel thread that
 * spins sees it without a call. For measurements.
 */
FCP_API uint32_t *fcp_doorbell(fcp_channel *ch, int32_t sub);

/*
 * Adapter interrupts announce themselves in an indicator: before the channel raises one, it stores a value other than
 * 0 into the 32-bit word at this address of main storage, with release ordering. Address 0: there is no indicator.
 */
FCP_API int fcp_set_indicator(fcp_channel *ch, int32_t sub, uint64_t address);

/*
 * Store subchannel QDIO data: writes the 32 bytes of struct qdio_ssqd_desc to memory of the caller, big-endian unless
 * FCP_P_LITTLE_ENDIAN is set.
 */
FCP_API int fcp_ssqd(fcp_channel *ch, int32_t sub, void *to);

/* Start I/O logging ("SIOSL"): counted. */
FCP_API int fcp_siosl(fcp_channel *ch, int32_t sub);

/* ---- Work ---- */

enum fcp_step_kind {
    FCP_STEP_NOTHING = 0,
    FCP_STEP_FETCH = 1,         /* a primed SBAL, or a chain, was taken from the output queue */
    FCP_STEP_FINISH = 2,        /* a command ended: its QTCB is written */
    FCP_STEP_RESPONSE = 3,      /* request ids were placed in an SBAL of the input queue */
    FCP_STEP_NOTIFY = 4,        /* an SRB was filled; its response follows */
    FCP_STEP_INTERRUPT = 5,
    FCP_STEP_LOST = 6,          /* a notification was dropped */
    FCP_STEP_SUBCHANNEL = 7     /* establish was carried out; its interrupt follows */
};

enum fcp_interrupt {
    FCP_INT_NONE = 0,
    FCP_INT_ADAPTER = 1,        /* adapter ("thin") interrupt: the queues have something for the driver */
    FCP_INT_IO = 2,             /* I/O interrupt: dstat and cstat count, function tells what ended */
    FCP_INT_EVENT = 3           /* event of the subchannel: detail is an enum fcp_event */
};

enum fcp_function { FCP_FN_ESTABLISH = 1, FCP_FN_ACTIVATE = 2, FCP_FN_CLEAR = 3, FCP_FN_HALT = 4 };

#define FCP_DSTAT_CHANNEL_END 0x08
#define FCP_DSTAT_DEVICE_END 0x04
#define FCP_DSTAT_UNIT_CHECK 0x02
#define FCP_CSTAT_PROGRAM_CHECK 0x20
#define FCP_CSTAT_PROTECTION_CHECK 0x10

/* Why a step did what it did, beyond its kind. fcp_detail_text() puts it in words. */
enum fcp_detail {
    FCP_D_NONE = 0,
    FCP_D_REQUEST = 1,
    FCP_D_SRB = 2,
    FCP_D_SRB_OVER_LIMIT = 3,
    FCP_D_SRB_BEFORE_CONFIG = 4,
    FCP_D_BAD_SBAL = 5,         /* flags, count or chain make no sense */
    FCP_D_BAD_ADDRESS = 6,
    FCP_D_FAULT = 7,            /* a fault rule asked for it */
    FCP_D_SILENT = 8,           /* fetched, and never to be answered */
    FCP_D_ANSWERED = 9,
    FCP_D_LINK_DOWN = 10,
    FCP_D_BAD_QDR = 11,
    FCP_D_NO_SRB = 12,
    FCP_D_GHOST = 13,           /* fetched although SIGA failed */
    FCP_D_DETAIL_COUNT = 14
};

struct fcp_step {
    uint32_t kind;              /* enum fcp_step_kind */
    int32_t sub;
    uint32_t queue;             /* 0 input, 1 output */
    uint32_t sbal;              /* the first one concerned */
    uint32_t count;             /* SBALs concerned; of FCP_STEP_RESPONSE: responses in the SBAL */
    uint32_t slsb_old;
    uint32_t slsb_new;
    uint32_t command;           /* FSF command, 0: unsolicited status; of FCP_STEP_NOTIFY: its type */
    uint32_t prot_status;
    uint32_t fsf_status;        /* of FCP_STEP_NOTIFY: the subtype */
    uint32_t detail;            /* enum fcp_detail, or of FCP_INT_EVENT an enum fcp_event */
    uint32_t interrupt;         /* enum fcp_interrupt */
    uint32_t function;          /* enum fcp_function, of FCP_INT_IO and FCP_STEP_SUBCHANNEL */
    uint32_t dstat;
    uint32_t cstat;
    uint32_t srbs;              /* SRBs that the channel holds for this subchannel, after the step */
    uint64_t req_id;
    uint64_t due_ns;            /* of FCP_STEP_NOTHING: when to step again, FCP_NEVER: after the next instruction */
};

/*
 * Does the one thing that comes next at time now_ns, for one subchannel or, with FCP_ANY, for the next one in turn.
 * Returns 1 and what it did, or 0 and FCP_STEP_NOTHING. now_ns must not run backwards. FCP_EBUSY while the thread runs.
 */
FCP_API int fcp_step(fcp_channel *ch, int32_t sub, uint64_t now_ns, struct fcp_step *out);

/*
 * The same, but only what is of one of these kinds may come next: a bit 1 << kind for each. So whoever explores orders can have parts
 * of the hardware work side by side. FCP_STEP_NOTIFY includes FCP_STEP_LOST.
 */
#define FCP_STEPS_ALL 0xffu
FCP_API int fcp_step_of(fcp_channel *ch, int32_t sub, uint32_t kinds, uint64_t now_ns, struct fcp_step *out);

FCP_API const char *fcp_detail_text(uint32_t detail);
FCP_API const char *fcp_step_kind_text(uint32_t kind);

/* ---- The thread ---- */

/* handler, when not NULL, gets the interrupts in the channel's thread; fcp_wait_interrupt() then has none. */
FCP_API int fcp_thread_start(fcp_channel *ch, void (*handler)(void *context, const struct fcp_step *interrupt),
                             void *context);
/*
 * Returns when the thread has ended; whoever waits for an interrupt gets FCP_ESHUTDOWN. FCP_EBUSY without a thread, while
 * another call stops it, and in the handler, whose thread cannot wait for itself.
 */
FCP_API int fcp_thread_stop(fcp_channel *ch);

/*
 * Waits for the next interrupt. Returns 1 and the interrupt, 0 after timeout_ns, FCP_ESHUTDOWN without a thread.
 * Adapter interrupts of a subchannel that were not fetched yet are one.
 */
FCP_API int fcp_wait_interrupt(fcp_channel *ch, uint64_t timeout_ns, struct fcp_step *out);

/* ---- Events ---- */

struct fcp_notification {
    uint32_t type;              /* FSF_STATUS_READ_...; any value */
    uint32_t subtype;
    uint32_t d_id;
    uint32_t fc_class;
    uint64_t fcp_lun;
    uint64_t payload;           /* address of payload_length bytes in memory of the caller, which are copied */
    uint32_t payload_length;    /* at most 4032 */
    uint32_t reserved;
    uint64_t delay_ns;          /* from the next step on */
};

/* Queues an unsolicited status for a subchannel, or with FCP_ANY for each active one. Returns for how many. */
FCP_API int fcp_notify(fcp_channel *ch, int32_t sub, const struct fcp_notification *n);

/*
 * The cable: pulling (plugged 0) and replugging it concerns all subchannels. Each active one gets the unsolicited
 * status, and while the cable is out commands end with "link down". error_code: FSF_PSQ_LINK_..., 0 means no light.
 */
FCP_API int fcp_cable(fcp_channel *ch, uint32_t plugged, uint32_t error_code);

/* The same for the login of one subchannel (subtype FDISC failed). */
FCP_API int fcp_virtual_link(fcp_channel *ch, int32_t sub, uint32_t up, uint32_t error_code);

/*
 * The code of the channel is updated while it runs: exchange config data returns version from now on, and each active subchannel
 * gets the unsolicited status VERSION_CHANGE.
 */
FCP_API int fcp_code_update(fcp_channel *ch, uint32_t version);

enum fcp_event { FCP_EVENT_GONE = 1, FCP_EVENT_NO_PATH = 2, FCP_EVENT_OPER = 3, FCP_EVENT_BOXED = 4 };

/* GONE, NO_PATH and BOXED end everything on the subchannel first. */
FCP_API int fcp_subchannel_event(fcp_channel *ch, int32_t sub, uint32_t event);

/* Ends active queues with an I/O interrupt (an activate check). */
FCP_API int fcp_activate_check(fcp_channel *ch, int32_t sub, uint32_t dstat, uint32_t cstat);

/* ---- The SAN ---- */

/*
 * A remote port. What the fabric's name server tells of it, and who can log in to it, follows from its zones. Ports are
 * known by their WWPN; one that left keeps its LUNs and may come back, also elsewhere.
 */
struct fcp_port {
    uint64_t wwpn;
    uint64_t wwnn;
    uint64_t zones;             /* 0: all */
    uint32_t d_id;              /* below 0xfffff0 */
    uint32_t max_frame;         /* receive data field size, 0: 2048 */
    uint32_t connection_info;   /* FC Endpoint Security of a connection to it: FSF_FC_SECURITY_... */
    uint32_t reserved;
};

/* The port logs in to the fabric, for the first time or again; announce 1: those of its zones get an RSCN. */
FCP_API int fcp_port_add(fcp_channel *ch, const struct fcp_port *port, uint32_t announce);
/* It leaves: handles to it can still be closed, nothing else. */
FCP_API int fcp_port_remove(fcp_channel *ch, uint64_t wwpn, uint32_t announce);
/*
 * It sends an ELS (PLOGI 0x03, LOGO 0x05, or another command without payload) to all of its zones; with LOGO it ends
 * their logins.
 */
FCP_API int fcp_port_els(fcp_channel *ch, uint64_t wwpn, uint32_t command);

#define FCP_LUN_READ_ONLY 1u
#define FCP_LUN_DIF 2u          /* formatted with protection information, type 1 */

struct fcp_lun {
    uint64_t fcp_lun;           /* as the FCP LUN, not as Linux numbers it */
    uint64_t blocks;
    uint32_t block_size;        /* 512 or 4096 */
    uint32_t flags;
};

/* A RAM disk behind a port, zeroed. */
FCP_API int fcp_lun_add(fcp_channel *ch, uint64_t wwpn, const struct fcp_lun *lun);
/* Another path to a disk: the same content behind another port or LUN. */
FCP_API int fcp_lun_share(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun, uint64_t from_wwpn, uint64_t from_lun);
FCP_API int fcp_lun_remove(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun);
/* Reads (write 0) or writes the content of a disk past all protocols: length bytes at offset, to or from memory. */
FCP_API int fcp_lun_access(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun, uint64_t offset, uint64_t memory,
                           uint64_t length, uint32_t write);
/* The next command of each subchannel that has it open gets CHECK CONDITION with this sense: key, ASC, ASCQ. */
FCP_API int fcp_lun_attention(fcp_channel *ch, uint64_t wwpn, uint64_t fcp_lun, uint32_t key, uint32_t asc,
                              uint32_t ascq);

/* ---- Counters ---- */

enum fcp_sub_state { FCP_SUB_IDLE = 0, FCP_SUB_ESTABLISHED = 1, FCP_SUB_ACTIVE = 2, FCP_SUB_GONE = 3 };

struct fcp_stats {
    uint64_t state;             /* enum fcp_sub_state */
    uint64_t srbs_now;
    uint64_t srbs_max;          /* since the queues were last established */
    uint64_t srbs_max_ever;
    uint64_t srbs_limit;
    uint64_t srbs_accepted;
    uint64_t srbs_refused;
    uint64_t notifications;
    uint64_t notifications_lost;
    uint64_t notifications_queued;
    uint64_t requests_fetched;
    uint64_t requests_pending;  /* fetched, not answered, silent ones included */
    uint64_t responses_placed;
    uint64_t responses_waiting;
    uint64_t output_sbals;      /* taken from the output queue */
    uint64_t output_errors;
    uint64_t input_errors;
    uint64_t input_stalls;      /* times a response found no SBAL that the channel owns */
    uint64_t sigas;
    uint64_t siga_errors;
    uint64_t interrupts;
    uint64_t establishes;
    uint64_t siosls;
    uint64_t logged_in;         /* exchange config data was answered completely, and the link is up */
};

FCP_API int fcp_stats(fcp_channel *ch, int32_t sub, struct fcp_stats *out);

/* ---- Faults ---- */

enum fcp_fault_action {
    FCP_FAULT_PROT_STATUS = 1,  /* the command ends with protocol status value, qualifier qual */
    FCP_FAULT_FSF_STATUS = 2,   /* ... with FSF status value, qualifier qual */
    FCP_FAULT_SILENCE = 3,      /* it is fetched and never answered */
    FCP_FAULT_DELAY = 4,        /* it ends delay_ns later; adds to what other rules do */
    FCP_FAULT_SLSB_OUTPUT = 5,  /* its SBAL gets SLSB state value (0: OUTPUT ERROR); it is not carried out */
    FCP_FAULT_SLSB_INPUT = 6,   /* the SBAL of its response gets SLSB state value (0: INPUT ERROR), scount qual[0] */
    FCP_FAULT_SIGA = 7,         /* SIGA-w returns condition code value; flags: enum fcp_fault_siga */
    FCP_FAULT_ESTABLISH = 8,    /* establish ends with dstat value and cstat qual[0] (both 0: unit check); flags: enum
                                 * fcp_fault_program */
    FCP_FAULT_ACTIVATE = 9,     /* activate, likewise; it has no end that could be missing */
    FCP_FAULT_REQ_ID = 10,      /* the response carries request id xor value */
    FCP_FAULT_FCP_RSP = 11,     /* an FCP command ends with the data bytes as FCP_RSP; it is not carried out */
    FCP_FAULT_CT_REJECT = 12,   /* a CT request is rejected: reason value, explanation qual[0] */
    FCP_FAULT_CT_RESIDUAL = 13, /* a CT answer has value as its residual size */
    FCP_FAULT_CT_NO_LAST = 14,  /* no entry of a GPN_FT answer has the LAST flag */
    FCP_FAULT_WWPN = 15,        /* open port and ADISC answer with the WWPN qual[0], qual[1] */
    FCP_FAULT_INPUT_SCOUNT = 16,/* SBALE 0 of its response has scount value */
    FCP_FAULT_NOTIFY = 17,      /* when it was fetched, unsolicited status of type value, subtype flags, payload data is to be
                                 * reported, delay_ns later; whatever other rules do */
    FCP_FAULT_CLEAR = 18,       /* clear and halt have their effect, and are never answered */
    FCP_FAULT_STUBBORN = 19     /* an FCP command that a reset ends is answered, as aborted, when its time comes */
};

enum fcp_fault_program {
    FCP_PROGRAM_ENDS = 0,
    FCP_PROGRAM_HANGS = 1       /* it never ends: the subchannel is busy until it is cleared or halted */
};

enum fcp_fault_siga { FCP_SIGA_NOT_FETCHED = 0, FCP_SIGA_FETCHED = 1 };

#define FCP_FAULT_ANY 0xffffffffu       /* as command or opcode */
#define FCP_FAULT_ANY_LUN UINT64_MAX

/*
 * A rule. It matches by all of: subchannel, command, operation, port and LUN. Among matching rules the oldest one
 * wins, except that delays add up. Actions 5, 7, 8, 9, 18 are for their event, 11 for FCP commands, 12 to 14 for CT requests,
 * 15 for open port and ELS; what a rule is not for neither matches it nor uses it up.
 */
struct fcp_fault {
    int32_t sub;                /* or FCP_ANY */
    int32_t count;              /* > 0: every time. < 0: the next -count times, counting up. 0: spent, no effect */
    uint32_t skip;              /* so many matches pass before the first effect; counts down */
    uint32_t action;            /* enum fcp_fault_action */
    uint32_t command;           /* FSF command, 0 for an SRB, FCP_FAULT_ANY */
    uint32_t opcode;            /* SCSI operation, CT or ELS command of it, or FCP_FAULT_ANY */
    uint64_t wwpn;              /* of the remote port, 0: any */
    uint64_t fcp_lun;           /* or FCP_FAULT_ANY_LUN */
    uint32_t value;
    uint32_t flags;
    uint32_t qual[4];
    uint64_t delay_ns;
    uint64_t hits;              /* how often it had effect */
    uint32_t data_length;       /* at most 128 */
    uint32_t id;                /* given by fcp_fault_add() */
    uint8_t data[128];
};

/* Returns the rule's id, > 0. */
FCP_API int fcp_fault_add(fcp_channel *ch, const struct fcp_fault *rule);
FCP_API int fcp_fault_remove(fcp_channel *ch, uint32_t id);
FCP_API int fcp_fault_clear(fcp_channel *ch);
/* Copies at most max rules, oldest first. Returns how many there are. */
FCP_API int fcp_fault_list(fcp_channel *ch, struct fcp_fault *out, uint32_t max);

/* ---- State ---- */

/*
 * Writes all that the channel holds to memory of the caller: settings, windows of main storage, subchannels with their queues,
 * requests, SRBs, notifications and interrupts, the SAN with the contents of its disks, fault rules, counters, and the time. Returns how
 * many bytes that takes; if room is less, nothing is written that fcp_restore() would accept. Main storage itself is not part of it.
 * FCP_EBUSY while the thread runs.
 */
FCP_API int64_t fcp_save(fcp_channel *ch, void *to, uint64_t room);
/*
 * Makes the channel, or another one in this process, what it was. No other call may be in progress. FCP_EINVAL if the bytes are not
 * those of a state; FCP_ENOMEM leaves a channel without subchannels.
 */
FCP_API int fcp_restore(fcp_channel *ch, const void *from, uint64_t length);
/*
 * A number that two states have in common if, from both, the channel will do the same: made from all that fcp_save() writes but
 * counters and windows. Addresses count by their place in their window, times by what is left of them. 0 without a channel or memory.
 */
FCP_API uint64_t fcp_digest(fcp_channel *ch);

/* ---- Accesses to main storage ---- */

enum fcp_access_kind {
    FCP_READ = 0,
    FCP_WRITE = 1,
    FCP_SYNC_READ = 2,          /* sequentially consistent, of an SLSB */
    FCP_SYNC_WRITE = 3,
    FCP_RELEASE_WRITE = 4       /* of an indicator */
};

struct fcp_access {
    uint64_t address;           /* of main storage, or of the channel's own memory: to be ignored */
    uint32_t length;
    uint32_t kind;              /* enum fcp_access_kind */
};

/*
 * The accesses that calls of this thread have made since the last one, in their order: how many. FCP_EINVAL if the library does
 * not record them, as only the variant "watched" does; FCP_ENOMEM if there were more than max or than it can keep.
 */
FCP_API int fcp_accesses(struct fcp_access *out, uint32_t max);

/* ---- Layout ---- */

/*
 * Sizes and offsets of the structures of zfcp_layout.h as the compiler sees them:
 * [{"struct":"qdr","size":4096,"fields":[{"name":"qfmt","offset":0,"size":1},...]},...]
 */
FCP_API const char *fcp_layout_json(void);

#ifdef __cplusplus
}
#endif

#endif
