// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.List;

/** A kind of rows that are replayed alike. */
interface Table {
    /** Name of the kind, for reports. */
    String kind();

    /** True for a row of this kind, seen from the fields that it has. */
    boolean holds(Row row);

    /** Replays rows of this kind; one result a row, in any order. */
    List<RowResult> replay(List<Row> rows);
}
