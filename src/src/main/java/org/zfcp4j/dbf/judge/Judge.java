// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.dbf.read.Capture;

/** Judges the traces of a device. */
public final class Judge {
    private Judge() {
    }

    /** All remarks, in order of weight. */
    public static List<Remark> judge(Capture capture, JudgeOptions options) {
        return new ArrayList<>(LostRecords.of(capture));
    }
}
