// SPDX-License-Identifier: GPL-2.0-only
/*
 * The structures that a QDIO driver and an FCP channel share in main storage.
 *
 * All numbers are big-endian. They are declared as byte arrays, so that no structure has padding, none needs
 * alignment, and offsetof() is the architected offset on every host. Read them with the accessors of src/base/mem.h.
 * A bit field of the architecture is declared as the byte that holds it.
 */
#ifndef ZFCP_LAYOUT_H
#define ZFCP_LAYOUT_H

#include <stddef.h>
#include <stdint.h>

typedef struct { uint8_t b[1]; } zl_u8;
typedef struct { uint8_t b[2]; } zl_u16;
typedef struct { uint8_t b[3]; } zl_u24;
typedef struct { uint8_t b[4]; } zl_u32;
typedef struct { uint8_t b[8]; } zl_u64;

#define ZL_SBALS_PER_QUEUE 128
#define ZL_SBALES_PER_SBAL 16

/* ---- QDIO ---- */

struct zl_qdesfmt0 {
    zl_u64 sliba;
    zl_u64 sla;
    zl_u64 slsba;
    zl_u32 reserved24;
    zl_u8 akey_bkey;            /* 4 bits each */
    zl_u8 ckey_dkey;
    zl_u16 reserved30;
};

struct zl_qdr {
    zl_u8 qfmt;
    zl_u16 reserved1;
    zl_u8 ac;
    zl_u8 reserved4;
    zl_u8 iqdcnt;
    zl_u8 reserved6;
    zl_u8 oqdcnt;
    zl_u8 reserved8;
    zl_u8 iqdsz;
    zl_u8 reserved10;
    zl_u8 oqdsz;
    zl_u32 res[9];
    zl_u64 qiba;
    zl_u32 reserved56;
    zl_u8 qkey;                 /* the upper 4 bits */
    zl_u24 reserved61;
    struct zl_qdesfmt0 qdf0[126];
};

struct zl_qib {
    zl_u8 qfmt;
    zl_u8 pfmt;
    zl_u8 rflags;
    zl_u8 ac;
    zl_u32 reserved4;
    zl_u64 isliba;
    zl_u64 osliba;
    zl_u64 reserved24;
    zl_u8 ebcnam[8];
    zl_u8 res[88];
    zl_u8 parm[128];
};

struct zl_slibe {
    zl_u64 parms;
};

struct zl_slib {
    zl_u64 nsliba;
    zl_u64 sla;
    zl_u64 slsba;
    zl_u8 res[1000];
    struct zl_slibe slibe[ZL_SBALS_PER_QUEUE];
};

struct zl_sl_element {
    zl_u64 sbal;
};

struct zl_sl {
    struct zl_sl_element element[ZL_SBALS_PER_QUEUE];
};

struct zl_slsb {
    zl_u8 val[ZL_SBALS_PER_QUEUE];
    zl_u8 reserved128[128];     /* the structure is aligned to, and as long as, 256 bytes */
};

struct zl_qdio_buffer_element {
    zl_u8 eflags;
    zl_u8 res1;
    zl_u8 scount;
    zl_u8 sflags;
    zl_u32 length;
    zl_u64 addr;
};

struct zl_qdio_buffer {
    struct zl_qdio_buffer_element element[ZL_SBALES_PER_SBAL];
};

/* Answer to "store subchannel QDIO data". */
struct zl_qdio_ssqd_desc {
    zl_u8 flags;
    zl_u8 reserved1;
    zl_u16 sch;
    zl_u8 qfmt;
    zl_u8 parm;
    zl_u8 qdioac1;
    zl_u8 sch_class;
    zl_u8 pcnt;
    zl_u8 icnt;
    zl_u8 reserved10;
    zl_u8 ocnt;
    zl_u8 reserved12;
    zl_u8 mbccnt;
    zl_u16 qdioac2;
    zl_u64 sch_token;
    zl_u8 mro;
    zl_u8 mri;
    zl_u16 qdioac3;
    zl_u24 reserved28;
    zl_u8 mmwc;
};

/* ---- FSF: parts that several structures have ---- */

struct zl_fsf_queue_designator {
    zl_u8 cssid;
    zl_u8 chpid;
    zl_u8 hla;
    zl_u8 ua;
    zl_u32 res1;
};

struct zl_fsf_link_down_info {
    zl_u32 error_code;
    zl_u32 res1;
    zl_u8 res2[2];
    zl_u8 primary_status;
    zl_u8 ioerr_code;
    zl_u8 action_code;
    zl_u8 reason_code;
    zl_u8 explanation_code;
    zl_u8 vendor_specific_code;
};

struct zl_fsf_bit_error_payload {
    zl_u32 res1;
    zl_u32 link_failure_error_count;
    zl_u32 loss_of_sync_error_count;
    zl_u32 loss_of_signal_error_count;
    zl_u32 primitive_sequence_error_count;
    zl_u32 invalid_transmission_word_error_count;
    zl_u32 crc_error_count;
    zl_u32 primitive_sequence_event_timeout_count;
    zl_u32 elastic_buffer_overrun_error_count;
    zl_u32 fcal_arbitration_timeout_count;
    zl_u32 advertised_receive_b2b_credit;
    zl_u32 current_receive_b2b_credit;
    zl_u32 advertised_transmit_b2b_credit;
    zl_u32 current_transmit_b2b_credit;
};

/* Licensed internal code was updated; from Linux 7.1 on. */
struct zl_fsf_version_change {
    zl_u32 current_version;
    zl_u32 previous_version;
};

/* ---- FSF: unsolicited status ---- */

struct zl_fsf_status_read_buffer {
    zl_u32 status_type;
    zl_u32 status_subtype;
    zl_u32 length;
    zl_u32 res1;
    struct zl_fsf_queue_designator queue_designator;
    zl_u8 res2;
    zl_u24 d_id;
    zl_u32 class;
    zl_u64 fcp_lun;
    zl_u8 res3[24];
    union {
        zl_u8 data[4032];
        zl_u32 word[1008];
        struct zl_fsf_link_down_info link_down_info;
        struct zl_fsf_bit_error_payload bit_error;
        struct zl_fsf_version_change version_change;
    } payload;
};

/* ---- FSF: QTCB ---- */

struct zl_fsf_qtcb_prefix {
    zl_u64 req_id;
    zl_u32 qtcb_version;
    zl_u32 ulp_info;
    zl_u32 qtcb_type;
    zl_u32 req_seq_no;
    zl_u32 prot_status;
    union {
        zl_u32 word[4];
        zl_u64 doubleword[2];
        struct {
            zl_u32 fsf_version;
            zl_u32 res1[3];
        } version_error;
        struct {
            zl_u32 exp_req_seq_no;
            zl_u32 res1[3];
        } sequence_error;
        struct zl_fsf_link_down_info link_down_info;
        struct {
            zl_u32 channel_lat;
            zl_u32 fabric_lat;
            zl_u8 res1[8];
        } latency_info;
    } prot_status_qual;
    zl_u8 res1[20];
};

struct zl_fsf_qtcb_header {
    zl_u64 req_handle;
    zl_u32 fsf_command;
    zl_u32 res1;
    zl_u32 port_handle;
    zl_u32 lun_handle;
    zl_u32 res2;
    zl_u32 fsf_status;
    union {
        zl_u8 byte[16];
        zl_u16 halfword[8];
        zl_u32 word[4];
        zl_u64 doubleword[2];
        struct zl_fsf_queue_designator fsf_queue_designator;
        struct zl_fsf_link_down_info link_down_info;
    } fsf_status_qual;
    zl_u8 res3[28];
    zl_u16 log_start;
    zl_u16 log_length;
    zl_u8 res4[16];
};

struct zl_scsi_lun {
    zl_u8 scsi_lun[8];
};

struct zl_fcp_cmnd {
    struct zl_scsi_lun fc_lun;
    zl_u8 fc_cmdref;
    zl_u8 fc_pri_ta;
    zl_u8 fc_tm_flags;
    zl_u8 fc_flags;
    zl_u8 fc_cdb[16];
    zl_u32 fc_dl;
};

struct zl_fcp_resp_with_ext {
    struct {
        zl_u8 _fr_resvd[8];
        zl_u16 fr_retry_delay;
        zl_u8 fr_flags;
        zl_u8 fr_status;
    } resp;
    struct {
        zl_u32 fr_resid;
        zl_u32 fr_sns_len;
        zl_u32 fr_rsp_len;
    } ext;
};

struct zl_fsf_qtcb_bottom_io {
    zl_u32 data_direction;
    zl_u32 service_class;
    zl_u8 res1;
    zl_u8 data_prot_flags;
    zl_u16 app_tag_value;
    zl_u32 ref_tag_value;
    zl_u32 fcp_cmnd_length;
    zl_u32 data_block_length;
    zl_u32 prot_data_length;
    zl_u8 res2[4];
    union {
        zl_u8 byte[288];
        struct zl_fcp_cmnd iu;
    } fcp_cmnd;
    union {
        zl_u8 byte[128];
        struct zl_fcp_resp_with_ext iu;
    } fcp_rsp;
    zl_u8 res3[64];
};

struct zl_fsf_qtcb_bottom_support {
    zl_u32 operation_subtype;
    zl_u8 res1[13];
    zl_u24 d_id;
    zl_u32 option;
    zl_u64 fcp_lun;
    zl_u64 res2;
    zl_u64 req_handle;
    zl_u32 service_class;
    zl_u8 res3[3];
    zl_u8 timeout;
    zl_u32 lun_access_info;
    zl_u32 connection_info;
    zl_u8 res4[176];
    zl_u32 els1_length;
    zl_u32 els2_length;
    zl_u32 req_buf_length;
    zl_u32 resp_buf_length;
    zl_u8 els[256];
};

struct zl_fsf_statistics_info {
    zl_u64 input_req;
    zl_u64 output_req;
    zl_u64 control_req;
    zl_u64 input_mb;
    zl_u64 output_mb;
    zl_u64 seconds_act;
};

struct zl_fsf_qtcb_bottom_config {
    zl_u32 lic_version;
    zl_u32 feature_selection;
    zl_u32 high_qtcb_version;
    zl_u32 low_qtcb_version;
    zl_u32 max_qtcb_size;
    zl_u32 max_data_transfer_size;
    zl_u32 adapter_features;
    zl_u32 connection_features;
    zl_u32 fc_topology;
    zl_u32 fc_link_speed;
    zl_u32 adapter_type;
    zl_u8 res0;
    zl_u24 peer_d_id;
    zl_u16 status_read_buf_num;
    zl_u16 timer_interval;
    zl_u8 res2[9];
    zl_u24 s_id;
    zl_u8 nport_serv_param[128];
    zl_u8 res3[8];
    zl_u32 adapter_ports;
    zl_u32 hardware_version;
    zl_u8 serial_number[32];
    zl_u8 plogi_payload[112];
    struct zl_fsf_statistics_info stat_info;
    zl_u8 res4[112];
};

struct zl_fsf_qtcb_bottom_port {
    zl_u64 wwpn;
    zl_u32 fc_port_id;
    zl_u32 port_type;
    zl_u32 port_state;
    zl_u32 class_of_service;
    zl_u8 supported_fc4_types[32];
    zl_u8 active_fc4_types[32];
    zl_u32 supported_speed;
    zl_u32 maximum_frame_size;
    zl_u64 seconds_since_last_reset;
    zl_u64 tx_frames;
    zl_u64 tx_words;
    zl_u64 rx_frames;
    zl_u64 rx_words;
    zl_u64 lip;
    zl_u64 nos;
    zl_u64 error_frames;
    zl_u64 dumped_frames;
    zl_u64 link_failure;
    zl_u64 loss_of_sync;
    zl_u64 loss_of_signal;
    zl_u64 psp_error_counts;
    zl_u64 invalid_tx_words;
    zl_u64 invalid_crcs;
    zl_u64 input_requests;
    zl_u64 output_requests;
    zl_u64 control_requests;
    zl_u64 input_mb;
    zl_u64 output_mb;
    zl_u8 cp_util;
    zl_u8 cb_util;
    zl_u8 a_util;
    zl_u8 res2;
    zl_u16 temperature;
    zl_u16 vcc;
    zl_u16 tx_bias;
    zl_u16 tx_power;
    zl_u16 rx_power;
    union {
        zl_u16 raw;
        zl_u8 byte[2];          /* byte 0: fec_active; byte 1: connector, valid, optical, transmitter */
    } sfp_flags;
    zl_u32 fc_security_algorithms;
    zl_u8 res3[236];
};

union zl_fsf_qtcb_bottom {
    struct zl_fsf_qtcb_bottom_io io;
    struct zl_fsf_qtcb_bottom_support support;
    struct zl_fsf_qtcb_bottom_config config;
    struct zl_fsf_qtcb_bottom_port port;
};

struct zl_fsf_qtcb {
    struct zl_fsf_qtcb_prefix prefix;
    struct zl_fsf_qtcb_header header;
    union zl_fsf_qtcb_bottom bottom;
    zl_u8 log[1024];
};

#endif
