// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.qdio.QdioConstants;

/** Every constant has the value that the C compiler gives it, and none that the driver needs is missing. */
class ConstantFactsTest {

    private static final Map<String, Facts.Constant> FACTS = Facts.constants();

    @ParameterizedTest
    @ValueSource(classes = {QdioConstants.class, FsfConstants.class, FcConstants.class, DbfConstants.class})
    void valuesAreThoseOfC(Class<?> constants) throws IllegalAccessException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Long> constant : valuesOf(constants).entrySet()) {
            Facts.Constant fact = FACTS.get(constant.getKey());
            if (fact == null || fact.value().longValue() != constant.getValue()) {
                wrong.add(constant + " but C has " + fact);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void qdioIsComplete() throws IllegalAccessException {
        // From line 90 on, the C header is about its own data structures.
        assertComplete(QdioConstants.class, fact -> fact.header().equals("arch/s390/include/asm/qdio.h")
                || fact.header().equals("drivers/s390/cio/qdio.h") && fact.line() < 90);
    }

    @Test
    void fsfIsComplete() throws IllegalAccessException {
        assertComplete(FsfConstants.class, fact -> fact.header().equals("drivers/s390/scsi/zfcp_fsf.h"));
    }

    @Test
    void dbfIsComplete() throws IllegalAccessException {
        assertComplete(DbfConstants.class, fact -> fact.header().equals("drivers/s390/scsi/zfcp_dbf.h"));
    }

    @Test
    void whatTheDriverTakesFromTheFibreChannelHeadersIsThere() throws IllegalAccessException {
        assertComplete(FcConstants.class, fact -> fact.header().contains("scsi/fc/")
                && fact.usedIn().stream().anyMatch(file -> file.startsWith("zfcp_")));
    }

    @Test
    void qtcbTypesAreThoseOfTheTable() {
        int commands = 0;
        for (JsonValue value : Facts.table("fsf_qtcb_type").get("entries").asArray()) {
            JsonObject entry = value.asObject();
            assertEquals(entry.getInt("value", -1), FsfConstants.qtcbType(entry.getInt("index", -1)), entry.toString());
            commands++;
        }
        assertEquals(13, commands);
        assertEquals(0, FsfConstants.qtcbType(FsfConstants.FSF_QTCB_OPEN_LUN + 0x100));
    }

    @Test
    void rscnMasksAreThoseOfTheTable() {
        for (JsonValue value : Facts.table("zfcp_fc_rscn_range_mask").get("entries").asArray()) {
            JsonObject entry = value.asObject();
            int mask = Integer.decode(entry.getString("mask", ""));
            assertEquals(mask, FcConstants.rscnRangeMask(entry.getInt("index", -1)), entry.toString());
        }
    }

    private static void assertComplete(Class<?> constants, Predicate<Facts.Constant> wanted)
            throws IllegalAccessException {
        Set<String> missing = new TreeSet<>();
        FACTS.values().stream().filter(wanted).forEach(fact -> missing.add(fact.name()));
        assertTrue(missing.size() > 10, "facts found: " + missing);
        missing.removeAll(valuesOf(constants).keySet());
        assertEquals(Set.of(), missing);
    }

    private static Map<String, Long> valuesOf(Class<?> constants) throws IllegalAccessException {
        Map<String, Long> values = new TreeMap<>();
        for (Field field : constants.getFields()) {
            assertTrue(Modifier.isFinal(field.getModifiers()), field.getName());
            Object value = field.get(null);
            // An int holds the 32 bits that C has as an unsigned number.
            values.put(field.getName(), value instanceof Integer number && unsigned(field.getName())
                    ? Integer.toUnsignedLong(number) : ((Number) value).longValue());
        }
        return values;
    }

    private static boolean unsigned(String name) {
        Facts.Constant fact = FACTS.get(name);
        return fact != null && fact.value().compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) > 0;
    }
}
