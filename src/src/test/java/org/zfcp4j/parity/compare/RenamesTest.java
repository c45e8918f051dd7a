// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** Texts that differ in a kernel-wide rename alone become equal, and no others. */
class RenamesTest {
    private static void same(String one, String other) {
        assertEquals(Renames.STANDARD.apply(one), Renames.STANDARD.apply(other));
        assertEquals(Renames.STANDARD.digest(one), Renames.STANDARD.digest(other));
    }

    private static void different(String one, String other) {
        assertNotEquals(Renames.STANDARD.apply(one), Renames.STANDARD.apply(other));
    }

    @Test
    void attributesAreWrittenBySysfsEmit() {
        same("return sprintf ( buf , \"%d\" , a ) ;", "return sysfs_emit ( buf , \"%d\" , a ) ;");
        same("x = scnprintf ( buf , 5 + 2 , \"%d\" , f ( a , b ) ) ;", "x = sysfs_emit ( buf , \"%d\" , f ( a , b ) ) ;");
        same("i += scnprintf ( buf + i , PAGE_SIZE - i , \"x\" ) ;", "i += sysfs_emit_at ( buf , i , \"x\" ) ;");
        different("return sprintf ( buf , \"%d\" , a ) ;", "return sysfs_emit ( buf , \"%d\" , b ) ;");
        different("return sprintf ( name , \"%d\" , a ) ;", "return sysfs_emit ( name , \"%d\" , a ) ;");
    }

    @Test
    void memoryIsAllocatedByType() {
        same("p = kzalloc ( sizeof ( struct s ) , GFP_KERNEL ) ;", "p = kzalloc_obj ( struct s ) ;");
        same("p = kmalloc ( sizeof ( * p ) , GFP_ATOMIC ) ;", "p = kmalloc_obj ( * p , GFP_ATOMIC ) ;");
        different("p = kmalloc ( sizeof ( * p ) , GFP_ATOMIC ) ;", "p = kmalloc_obj ( * p ) ;");
    }

    @Test
    void timersAndCommandsHaveOtherNames() {
        same("del_timer_sync ( & r -> timer ) ;", "timer_delete_sync ( & r -> timer ) ;");
        same("a = from_timer ( a , t , timer ) ;", "a = timer_container_of ( a , t , timer ) ;");
        same("( c -> scsi_done ) ( c ) ;", "scsi_done ( c ) ;");
        same("c -> scsi_done ( c ) ;", "scsi_done ( c ) ;");
        different("c -> scsi_done ( d ) ;", "scsi_done ( c ) ;");
    }

    @Test
    void aCopyWhoseResultIsUsedIsNoRename() {
        same("{ strlcpy ( a , b , 8 ) ; }", "{ strscpy ( a , b , 8 ) ; }");
        different("{ n = strlcpy ( a , b , 8 ) ; }", "{ n = strscpy ( a , b , 8 ) ; }");
    }
}
