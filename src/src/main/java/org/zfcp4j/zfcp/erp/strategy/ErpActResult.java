// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

/** {@code enum zfcp_erp_act_result}: what a step of a recovery action came to. Ordinals are the values in C. */
public enum ErpActResult {
    /** The object is open. */
    ZFCP_ERP_SUCCEEDED,
    /** It is not; another attempt follows unless there were too many. */
    ZFCP_ERP_FAILED,
    /** A command is in progress, or a timer; the action stays queued. */
    ZFCP_ERP_CONTINUES,
    /** Done without an attempt to follow. */
    ZFCP_ERP_EXIT,
    /** Given up for an action of a higher level. */
    ZFCP_ERP_DISMISSED,
    /** No memory for a command. */
    ZFCP_ERP_NOMEM
}
