// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

/**
 * Settings of a subchannel, or of all of them. The numbers are those of {@code enum fcp_param}. A setting holds from the next use on; the
 * geometry, from the next establish on.
 */
public enum ChannelParameter {
    /** World-wide name of the subchannel's port. */
    WWPN(0),
    /** World-wide name of its node. */
    WWNN(1),
    /** FC address that the fabric gave it. */
    D_ID(2),
    /** Bit mask of zones: who shares a bit sees each other. By default each subchannel has one of its own. */
    ZONES(3),
    /** Exchange config data: {@code lic_version}. */
    LIC_VERSION(8),
    /** Exchange config data: {@code high_qtcb_version}. */
    HIGH_QTCB_VERSION(9),
    /** Exchange config data: {@code low_qtcb_version}. */
    LOW_QTCB_VERSION(10),
    /** Exchange config data: {@code max_qtcb_size}, bytes. */
    MAX_QTCB_SIZE(11),
    /** Exchange config data: {@code max_data_transfer_size}, bytes. */
    MAX_DATA_TRANSFER_SIZE(12),
    /** Exchange config data: {@code adapter_features}, {@code FSF_FEATURE_*}. */
    ADAPTER_FEATURES(13),
    /** Exchange config data: {@code connection_features}; 1 is NPIV. */
    CONNECTION_FEATURES(14),
    /** Exchange config data: {@code fc_topology}, {@code FSF_TOPO_*}. */
    FC_TOPOLOGY(15),
    /** Exchange config data: {@code fc_link_speed}. */
    FC_LINK_SPEED(16),
    /** Exchange config data: {@code adapter_type}. */
    ADAPTER_TYPE(17),
    /** Exchange config data: {@code status_read_buf_num}. */
    STATUS_READ_BUF_NUM(18),
    /** Exchange config data: {@code timer_interval}. */
    TIMER_INTERVAL(19),
    /** Exchange config data: {@code hardware_version}. */
    HARDWARE_VERSION(20),
    /** FC address of a point-to-point peer. */
    PEER_D_ID(21),
    /** Port name of a point-to-point peer. */
    PEER_WWPN(22),
    /** Node name of a point-to-point peer. */
    PEER_WWNN(23),
    /** 0, or the link down code with which exchange config data is answered as incomplete. */
    CONFIG_INCOMPLETE(24),
    /** So many exchange config data are answered HOST_CONNECTION_INITIALIZING; the channel counts it down. */
    HOST_CONNECTION_TRIES(25),
    /** Exchange port data: {@code port_type}. */
    PORT_TYPE(32),
    /** Exchange port data: {@code supported_speed}. */
    SUPPORTED_SPEED(33),
    /** Exchange port data: {@code maximum_frame_size}. */
    MAXIMUM_FRAME_SIZE(34),
    /** Exchange port data: {@code fc_security_algorithms}. */
    FC_SECURITY_ALGORITHMS(35),
    /** 0, or the link down code with which exchange port data is answered as incomplete. */
    PORT_DATA_INCOMPLETE(36),
    /** Remote ports that a subchannel can have open at once, 0 for any number. */
    MAX_PORTS(37),
    /** LUNs that a subchannel can have open at once, 0 for any number. */
    MAX_LUNS(38),
    /** How many status read buffers the channel keeps; 0 means max({@link #STATUS_READ_BUF_NUM}, 16). */
    SRB_LIMIT(40),
    /** Status read buffers before exchange config data was answered: 0 accepted, 1 refused. */
    SRB_BEFORE_CONFIG(41),
    /** A notification that finds no status read buffer: 0 waits, 1 is dropped, 2 is dropped and reported as lost (link events wait). */
    LOST_POLICY(42),
    /** SSQD: {@code qdioac1}. */
    QDIOAC1(48),
    /** SSQD: the "available" bits of {@code qdioac2}; "enabled" follows from QDR and QIB. */
    QDIOAC2(49),
    /** What the channel stores into {@code qib.ac}. */
    QIB_AC(50),
    /** 1: a wrong request sequence number is answered SEQ_NUMB_ERROR. */
    CHECK_SEQ_NO(51),
    /** Responses in one input SBAL at most, 1 to 16. */
    RESPONSES_PER_SBAL(52),
    /** Responses that share an interrupt when so many come at once. */
    INTERRUPT_COALESCE(53),
    /** 1: an error on the output queue makes an adapter interrupt pending. */
    OUTPUT_ERROR_INTERRUPT(54),
    /** 1: no interrupt for a response while the driver has acknowledged the one before it, since it looks by itself then. */
    QUIET_WHILE_POLLED(55),
    /** Nanoseconds from fetching a request to its end. */
    ANSWER_DELAY_NS(56),
    /** Nanoseconds that each notification is late. */
    NOTIFY_DELAY_NS(57),
    /** Pseudo-random nanoseconds, at most so many, added to both delays. */
    JITTER_NS(58),
    /** Seed of the jitter, of the whole channel. */
    SEED(59),
    /** Nanoseconds after which a full input queue is polled again. */
    STALL_POLL_NS(60),
    /** Nanoseconds that the channel thread spins before it sleeps. */
    SPIN_NS(61),
    /** Spin time before the waiter for an interrupt blocks; useful only with processors to spare. */
    WAIT_SPIN_NS(62),
    /** Bytes of log that the channel adds to each answer, at most 1024. */
    LOG_LENGTH(63),
    /** Geometry: bytes between adjacent states in the SLSB. */
    SLSB_STRIDE(64),
    /** Geometry: SBALs of a queue, 2 to 1024. */
    SBALS_PER_QUEUE(65),
    /** Geometry: SBALEs of an SBAL, 3 to 64. */
    SBALES_PER_SBAL(66),
    /** Geometry: 1 makes QDIO and FSF structures little-endian; FC and SCSI formats stay big-endian. */
    LITTLE_ENDIAN(67);

    private final int number;

    ChannelParameter(int number) {
        this.number = number;
    }

    /** As libfcpmock knows it. */
    int number() {
        return number;
    }
}
