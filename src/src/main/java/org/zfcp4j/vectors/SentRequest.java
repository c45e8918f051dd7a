// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.scsi.ScatterList;

/**
 * A request as the driver handed it over.
 *
 * @param id request id
 * @param command {@code fsf_command}; FSF_QTCB_UNSOLICITED_STATUS for a status read
 * @param first index of its first output SBAL
 * @param count number of its SBALs
 * @param qtcb absolute address; 0 for a status read
 * @param srb address of the status read buffer; else 0
 * @param response where the answer's payload goes: of CT and ELS, or data that are read; else null
 */
public record SentRequest(long id, int command, int first, int count, long qtcb, long srb, ScatterList response) {
    /** True for a status read. */
    public boolean isStatusRead() {
        return qtcb == 0;
    }
}
