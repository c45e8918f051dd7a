// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfProtStatusQual;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusQual;

/** The statuses of an answer, with the first two words of their qualifiers. */
record Answer(int protStatus, int psq0, int psq1, int fsfStatus, int fsq0, int fsq1) {
    static final Answer GOOD = new Answer(FsfConstants.FSF_PROT_GOOD, 0, 0, FsfConstants.FSF_GOOD, 0, 0);

    static Answer of(Row row) {
        return new Answer(row.word("prot_status"), row.wordAt("psq", 0), row.wordAt("psq", 1), row.word("fsf_status"),
            row.wordAt("fsq", 0), row.wordAt("fsq", 1));
    }

    /** The answer to a command that another one has aborted. */
    static final Answer ABORTED = new Answer(FsfConstants.FSF_PROT_FSF_STATUS_PRESENTED, 0, 0,
        FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE, FsfConstants.FSF_SQ_COMMAND_ABORTED, 0);

    /** True if the channel has taken the request for a valid one. */
    private boolean isAccepted() {
        return protStatus == FsfConstants.FSF_PROT_GOOD || protStatus == FsfConstants.FSF_PROT_FSF_STATUS_PRESENTED;
    }

    /** True if the channel has done what an abort asks for. */
    boolean isDone() {
        return isAccepted() && hasPayload();
    }

    /** True if the channel has put in what the command asks for; else there is what the driver had put there. */
    boolean hasPayload() {
        return fsfStatus == FsfConstants.FSF_GOOD || fsfStatus == FsfConstants.FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE;
    }

    void store(long qtcb) {
        long prefix = FsfQtcb.PREFIX.at(qtcb);
        long header = FsfQtcb.HEADER.at(qtcb);
        FsfQtcbPrefix.PROT_STATUS.set(prefix, protStatus);
        FsfQtcbHeader.FSF_STATUS.set(header, fsfStatus);
        long psq = FsfQtcbPrefix.PROT_STATUS_QUAL.at(prefix);
        FsfProtStatusQual.WORD.set(psq, 0, psq0);
        FsfProtStatusQual.WORD.set(psq, 1, psq1);
        long fsq = FsfQtcbHeader.FSF_STATUS_QUAL.at(header);
        FsfStatusQual.WORD.set(fsq, 0, fsq0);
        FsfStatusQual.WORD.set(fsq, 1, fsq1);
    }
}
