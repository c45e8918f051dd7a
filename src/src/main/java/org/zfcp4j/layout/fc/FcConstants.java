// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

/**
 * Numbers on the Fibre Channel wire, with their C names: frames and addresses, generic services and name server,
 * extended link services, FCP.
 */
public final class FcConstants {

    // Lengths of frames in bytes.
    public static final int FC_FRAME_HEADER_LEN = 24;
    public static final int FC_MAX_PAYLOAD = 0x840;
    public static final int FC_MIN_MAX_PAYLOAD = 0x100;
    public static final int FC_MAX_FRAME = 0x858;
    public static final int FC_MIN_MAX_FRAME = 0x118;

    // Well-known addresses.
    public static final int FC_FID_NONE = 0x0;
    public static final int FC_FID_BCAST = 0xffffff;
    public static final int FC_FID_FLOGI = 0xfffffe;
    public static final int FC_FID_FCTRL = 0xfffffd;
    public static final int FC_FID_DIR_SERV = 0xfffffc;
    public static final int FC_FID_TIME_SERV = 0xfffffb;
    public static final int FC_FID_MGMT_SERV = 0xfffffa;
    public static final int FC_FID_QOS = 0xfffff9;
    public static final int FC_FID_ALIASES = 0xfffff8;
    public static final int FC_FID_SEC_KEY = 0xfffff7;
    public static final int FC_FID_CLOCK = 0xfffff6;
    public static final int FC_FID_MCAST_SERV = 0xfffff5;
    public static final int FC_FID_WELL_KNOWN_MAX = 0xffffff;
    public static final int FC_FID_WELL_KNOWN_BASE = 0xfffff5;

    // FC-4 types.
    public static final int FC_TYPE_BLS = 0x0;
    public static final int FC_TYPE_ELS = 0x1;
    public static final int FC_TYPE_IP = 0x5;
    public static final int FC_TYPE_FCP = 0x8;
    public static final int FC_TYPE_CT = 0x20;
    public static final int FC_TYPE_ILS = 0x22;
    public static final int FC_TYPE_NVME = 0x28;

    // Default time-outs in milliseconds.
    public static final int FC_DEF_E_D_TOV = 2000;
    public static final int FC_DEF_R_A_TOV = 10000;

    // Common transport: length of the header in bytes, revision.
    public static final int FC_CT_HDR_LEN = 16;
    public static final int FC_CT_REV = 0x1;

    // Generic service types.
    public static final int FC_FST_ALIAS = 0xf8;
    public static final int FC_FST_MGMT = 0xfa;
    public static final int FC_FST_TIME = 0xfb;
    public static final int FC_FST_DIR = 0xfc;

    // Outcome of a generic service request.
    public static final int FC_FS_RJT = 0x8001;
    public static final int FC_FS_ACC = 0x8002;

    // Reasons of a reject.
    public static final int FC_FS_RJT_CMD = 0x1;
    public static final int FC_FS_RJT_VER = 0x2;
    public static final int FC_FS_RJT_LOG = 0x3;
    public static final int FC_FS_RJT_IUSIZ = 0x4;
    public static final int FC_FS_RJT_BSY = 0x5;
    public static final int FC_FS_RJT_PROTO = 0x7;
    public static final int FC_FS_RJT_UNABL = 0x9;
    public static final int FC_FS_RJT_UNSUP = 0xb;

    // Explanations of a reject.
    public static final int FC_FS_EXP_NONE = 0x0;
    public static final int FC_FS_EXP_PID = 0x1;
    public static final int FC_FS_EXP_PNAM = 0x2;
    public static final int FC_FS_EXP_NNAM = 0x3;
    public static final int FC_FS_EXP_COS = 0x4;
    public static final int FC_FS_EXP_FTNR = 0x7;

    // Name server: subtype and requests.
    public static final int FC_NS_SUBTYPE = 0x2;
    public static final int FC_NS_GA_NXT = 0x100;
    public static final int FC_NS_GI_A = 0x101;
    public static final int FC_NS_GPN_ID = 0x112;
    public static final int FC_NS_GNN_ID = 0x113;
    public static final int FC_NS_GSPN_ID = 0x118;
    public static final int FC_NS_GID_PN = 0x121;
    public static final int FC_NS_GID_NN = 0x131;
    public static final int FC_NS_GID_FT = 0x171;
    public static final int FC_NS_GPN_FT = 0x172;
    public static final int FC_NS_GID_PT = 0x1a1;
    public static final int FC_NS_RPN_ID = 0x212;
    public static final int FC_NS_RNN_ID = 0x213;
    public static final int FC_NS_RFT_ID = 0x217;
    public static final int FC_NS_RSPN_ID = 0x218;
    public static final int FC_NS_RFF_ID = 0x21f;
    public static final int FC_NS_RSNN_NN = 0x239;

    // Port types of the name server.
    public static final int FC_NS_UNID_PORT = 0x0;
    public static final int FC_NS_N_PORT = 0x1;
    public static final int FC_NS_NL_PORT = 0x2;
    public static final int FC_NS_FNL_PORT = 0x3;
    public static final int FC_NS_NX_PORT = 0x7f;
    public static final int FC_NS_F_PORT = 0x81;
    public static final int FC_NS_FL_PORT = 0x82;
    public static final int FC_NS_E_PORT = 0x84;
    public static final int FC_NS_B_PORT = 0x85;

    // Marks the last entry of a list of ports.
    public static final int FC_NS_FID_LAST = 0x80;

    // Bit map of FC-4 types: types, and bits per word.
    public static final int FC_NS_TYPES = 0x100;
    public static final int FC_NS_BPW = 0x20;

    // Extended link services.
    public static final int ELS_LS_RJT = 0x1;
    public static final int ELS_LS_ACC = 0x2;
    public static final int ELS_PLOGI = 0x3;
    public static final int ELS_FLOGI = 0x4;
    public static final int ELS_LOGO = 0x5;
    public static final int ELS_ABTX = 0x6;
    public static final int ELS_RCS = 0x7;
    public static final int ELS_RES = 0x8;
    public static final int ELS_RSS = 0x9;
    public static final int ELS_RSI = 0xa;
    public static final int ELS_ESTS = 0xb;
    public static final int ELS_ESTC = 0xc;
    public static final int ELS_ADVC = 0xd;
    public static final int ELS_RTV = 0xe;
    public static final int ELS_RLS = 0xf;
    public static final int ELS_ECHO = 0x10;
    public static final int ELS_TEST = 0x11;
    public static final int ELS_RRQ = 0x12;
    public static final int ELS_REC = 0x13;
    public static final int ELS_SRR = 0x14;
    public static final int ELS_FPIN = 0x16;
    public static final int ELS_RDP = 0x18;
    public static final int ELS_RDF = 0x19;
    public static final int ELS_PRLI = 0x20;
    public static final int ELS_PRLO = 0x21;
    public static final int ELS_SCN = 0x22;
    public static final int ELS_TPLS = 0x23;
    public static final int ELS_TPRLO = 0x24;
    public static final int ELS_LCLM = 0x25;
    public static final int ELS_GAID = 0x30;
    public static final int ELS_FACT = 0x31;
    public static final int ELS_FDACDT = 0x32;
    public static final int ELS_NACT = 0x33;
    public static final int ELS_NDACT = 0x34;
    public static final int ELS_QOSR = 0x40;
    public static final int ELS_RVCS = 0x41;
    public static final int ELS_PDISC = 0x50;
    public static final int ELS_FDISC = 0x51;
    public static final int ELS_ADISC = 0x52;
    public static final int ELS_RNC = 0x53;
    public static final int ELS_FARP_REQ = 0x54;
    public static final int ELS_FARP_REPL = 0x55;
    public static final int ELS_RPS = 0x56;
    public static final int ELS_RPL = 0x57;
    public static final int ELS_RPBC = 0x58;
    public static final int ELS_FAN = 0x60;
    public static final int ELS_RSCN = 0x61;
    public static final int ELS_SCR = 0x62;
    public static final int ELS_RNFT = 0x63;
    public static final int ELS_CSR = 0x68;
    public static final int ELS_CSU = 0x69;
    public static final int ELS_LINIT = 0x70;
    public static final int ELS_LSTS = 0x72;
    public static final int ELS_RNID = 0x78;
    public static final int ELS_RLIR = 0x79;
    public static final int ELS_LIRR = 0x7a;
    public static final int ELS_SRL = 0x7b;
    public static final int ELS_SBRP = 0x7c;
    public static final int ELS_RPSC = 0x7d;
    public static final int ELS_QSA = 0x7e;
    public static final int ELS_EVFP = 0x7f;
    public static final int ELS_LKA = 0x80;
    public static final int ELS_AUTH_ELS = 0x90;

    // Reasons of LS_RJT.
    public static final int ELS_RJT_NONE = 0x0;
    public static final int ELS_RJT_INVAL = 0x1;
    public static final int ELS_RJT_LOGIC = 0x3;
    public static final int ELS_RJT_BUSY = 0x5;
    public static final int ELS_RJT_PROT = 0x7;
    public static final int ELS_RJT_UNAB = 0x9;
    public static final int ELS_RJT_UNSUP = 0xb;
    public static final int ELS_RJT_INPROG = 0xe;
    public static final int ELS_RJT_FIP = 0x20;
    public static final int ELS_RJT_VENDOR = 0xff;

    // Explanations of LS_RJT.
    public static final int ELS_EXPL_NONE = 0x0;
    public static final int ELS_EXPL_SPP_OPT_ERR = 0x1;
    public static final int ELS_EXPL_SPP_ICTL_ERR = 0x3;
    public static final int ELS_EXPL_AH = 0x11;
    public static final int ELS_EXPL_AH_REQ = 0x13;
    public static final int ELS_EXPL_SID = 0x15;
    public static final int ELS_EXPL_OXID_RXID = 0x17;
    public static final int ELS_EXPL_INPROG = 0x19;
    public static final int ELS_EXPL_PLOGI_REQD = 0x1e;
    public static final int ELS_EXPL_INSUF_RES = 0x29;
    public static final int ELS_EXPL_UNAB_DATA = 0x2a;
    public static final int ELS_EXPL_UNSUPR = 0x2c;
    public static final int ELS_EXPL_INV_LEN = 0x2d;
    public static final int ELS_EXPL_NOT_NEIGHBOR = 0x62;

    // Common service parameters of a login.
    public static final int FC_SP_BB_DATA_MASK = 0xfff;
    public static final int FC_SP_MIN_MAX_PAYLOAD = 0x100;
    public static final int FC_SP_MAX_MAX_PAYLOAD = 0x840;
    public static final int FC_SP_FT_NPIV = 0x8000;
    public static final int FC_SP_FT_CIRO = 0x8000;
    public static final int FC_SP_FT_CLAD = 0x8000;
    public static final int FC_SP_FT_RAND = 0x4000;
    public static final int FC_SP_FT_VAL = 0x2000;
    public static final int FC_SP_FT_NPIV_ACC = 0x2000;
    public static final int FC_SP_FT_FPORT = 0x1000;
    public static final int FC_SP_FT_ABB = 0x800;
    public static final int FC_SP_FT_EDTR = 0x400;
    public static final int FC_SP_FT_MCAST = 0x200;
    public static final int FC_SP_FT_BCAST = 0x100;
    public static final int FC_SP_FT_HUNT = 0x80;
    public static final int FC_SP_FT_SIMP = 0x40;
    public static final int FC_SP_FT_SEC = 0x20;
    public static final int FC_SP_FT_CSYN = 0x10;
    public static final int FC_SP_FT_RTTOV = 0x8;
    public static final int FC_SP_FT_HALF = 0x4;
    public static final int FC_SP_FT_SEQC = 0x2;
    public static final int FC_SP_FT_PAYL = 0x1;

    // Service parameters of a class.
    public static final int FC_CPC_VALID = 0x8000;
    public static final int FC_CPC_IMIX = 0x4000;
    public static final int FC_CPC_SEQ = 0x800;
    public static final int FC_CPC_CAMP = 0x200;
    public static final int FC_CPC_PRI = 0x80;
    public static final int FC_CPI_CSYN = 0x10;
    public static final int FC_CPR_CSYN = 0x8;

    // Flags of an RSCN page.
    public static final int ELS_RSCN_EV_QUAL_BIT = 0x2;
    public static final int ELS_RSCN_EV_QUAL_MASK = 0xf;
    public static final int ELS_RSCN_ADDR_FMT_BIT = 0x0;
    public static final int ELS_RSCN_ADDR_FMT_MASK = 0x3;

    // Event qualifiers of an RSCN page.
    public static final int ELS_EV_QUAL_NONE = 0x0;
    public static final int ELS_EV_QUAL_NS_OBJ = 0x1;
    public static final int ELS_EV_QUAL_PORT_ATTR = 0x2;
    public static final int ELS_EV_QUAL_SERV_OBJ = 0x3;
    public static final int ELS_EV_QUAL_SW_CONFIG = 0x4;
    public static final int ELS_EV_QUAL_REM_OBJ = 0x5;

    // Address formats of an RSCN page.
    public static final int ELS_ADDR_FMT_PORT = 0x0;
    public static final int ELS_ADDR_FMT_AREA = 0x1;
    public static final int ELS_ADDR_FMT_DOM = 0x2;
    public static final int ELS_ADDR_FMT_FAB = 0x3;

    // Length of an FCP command IU in bytes.
    public static final int FCP_CMND_LEN = 32;

    // Task attributes and priority.
    public static final int FCP_PTA_SIMPLE = 0x0;
    public static final int FCP_PTA_HEADQ = 0x1;
    public static final int FCP_PTA_ORDERED = 0x2;
    public static final int FCP_PTA_ACA = 0x4;
    public static final int FCP_PTA_MASK = 0x7;
    public static final int FCP_PRI_SHIFT = 0x3;
    public static final int FCP_PRI_RESVD_MASK = 0x80;

    // Task management functions.
    public static final int FCP_TMF_CLR_ACA = 0x40;
    public static final int FCP_TMF_TGT_RESET = 0x20;
    public static final int FCP_TMF_LUN_RESET = 0x10;
    public static final int FCP_TMF_CLR_TASK_SET = 0x4;
    public static final int FCP_TMF_ABT_TASK_SET = 0x2;

    // Flags of an FCP command IU.
    public static final int FCP_CFL_LEN_MASK = 0xfc;
    public static final int FCP_CFL_LEN_SHIFT = 0x2;
    public static final int FCP_CFL_RDDATA = 0x2;
    public static final int FCP_CFL_WRDATA = 0x1;

    // Lengths of the parts of an FCP response IU in bytes.
    public static final int FCP_RESP_LEN = 12;
    public static final int FCP_RESP_EXT_LEN = 12;
    public static final int FCP_RESP_RSP_INFO_LEN4 = 4;
    public static final int FCP_RESP_RSP_INFO_LEN8 = 8;
    public static final int FCP_RESP_WITH_EXT = 24;

    // Flags of an FCP response IU.
    public static final int FCP_BIDI_RSP = 0x80;
    public static final int FCP_BIDI_READ_UNDER = 0x40;
    public static final int FCP_BIDI_READ_OVER = 0x20;
    public static final int FCP_CONF_REQ = 0x10;
    public static final int FCP_RESID_UNDER = 0x8;
    public static final int FCP_RESID_OVER = 0x4;
    public static final int FCP_SNS_LEN_VAL = 0x2;
    public static final int FCP_RSP_LEN_VAL = 0x1;

    // Response codes.
    public static final int FCP_TMF_CMPL = 0x0;
    public static final int FCP_DATA_LEN_INVALID = 0x1;
    public static final int FCP_CMND_FIELDS_INVALID = 0x2;
    public static final int FCP_DATA_PARAM_MISMATCH = 0x3;
    public static final int FCP_TMF_REJECTED = 0x4;
    public static final int FCP_TMF_FAILED = 0x5;
    public static final int FCP_TMF_INVALID_LUN = 0x9;

    private FcConstants() {
    }

    /**
     * Which bits of a Fibre Channel address an RSCN page means, as the C table {@code zfcp_fc_rscn_range_mask} says.
     *
     * @param addressFormat {@code ELS_ADDR_FMT_*}: a port, an area, a domain or the whole fabric
     * @return mask of 24 bits
     */
    public static int rscnRangeMask(int addressFormat) {
        return switch (addressFormat) {
            case ELS_ADDR_FMT_PORT -> 0xffffff;
            case ELS_ADDR_FMT_AREA -> 0xffff00;
            case ELS_ADDR_FMT_DOM -> 0xff0000;
            case ELS_ADDR_FMT_FAB -> 0;
            default -> throw new IllegalArgumentException("address format " + addressFormat);
        };
    }
}
