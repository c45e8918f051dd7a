// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.report;

import java.util.List;
import org.zfcp4j.dbf.judge.Remark;
import org.zfcp4j.dbf.read.Capture;

/** The traces of a device, and the remarks about them. */
public record Judged(Capture capture, List<Remark> remarks) {
    /** True if nothing is impossible and nothing went wrong. */
    public boolean clean() {
        return remarks.stream().noneMatch(Remark::matters);
    }
}
