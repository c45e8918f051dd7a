// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonObject.Member;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;

/**
 * Reads fault rules: a JSON array of objects with {@code action} (a name of {@link FaultAction}) and, as far as they matter,
 * {@code subchannel}, {@code command}, {@code opcode}, {@code wwpn}, {@code lun}, {@code value}, {@code flags},
 * {@code qualifier} (array), {@code delayMillis}, {@code data} (hex), {@code times} (0, the default: every time) and
 * {@code skip}. Numbers may be strings with a hexadecimal number.
 */
public final class FaultFile {
    private FaultFile() {
    }

    /**
     * Reads all rules of a file.
     *
     * @throws IllegalArgumentException if it cannot be read or understood, with one line for the user
     */
    public static List<Fault> read(Path file) {
        try {
            List<Fault> faults = new ArrayList<>();
            for (JsonValue rule : Json.parse(Files.readString(file)).asArray()) {
                faults.add(fault(rule.asObject()));
            }
            return faults;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read fault rules: " + FileProblem.of(file, e), e);
        } catch (ParseException | UnsupportedOperationException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " has no valid fault rules: " + e.getMessage(), e);
        }
    }

    private static Fault fault(JsonObject rule) {
        JsonValue action = rule.get("action");
        if (action == null) {
            throw new IllegalArgumentException("a rule has no action");
        }
        Fault fault = Fault.of(FaultAction.valueOf(action.asString().toUpperCase(Locale.ROOT)), 0);
        for (Member member : rule) {
            fault = with(fault, member.getName(), member.getValue());
        }
        return withValue(fault, rule);
    }

    private static Fault with(Fault fault, String name, JsonValue value) {
        return switch (name) {
            case "action", "value" -> fault;
            case "subchannel" -> fault.on((int) number(value));
            case "command" -> fault.command((int) number(value));
            case "opcode" -> fault.opcode((int) number(value));
            case "wwpn" -> fault.port(number(value));
            case "lun" -> fault.lun(number(value));
            case "flags" -> fault.flags((int) number(value));
            case "qualifier" -> fault.qualifier(value.asArray().values().stream()
                    .mapToInt(word -> (int) number(word)).toArray());
            case "delayMillis" -> fault.delay(number(value) * 1_000_000);
            case "data" -> fault.data(HexFormat.of().parseHex(value.asString()));
            case "times" -> number(value) == 0 ? fault : fault.times((int) number(value));
            case "skip" -> fault.skipping((int) number(value));
            default -> throw new IllegalArgumentException("a rule has no \"" + name + "\"");
        };
    }

    private static Fault withValue(Fault fault, JsonObject rule) {
        JsonValue value = rule.get("value");
        return value == null ? fault : new Fault(fault.id(), fault.subchannel(), fault.count(), fault.skip(), fault.action(),
                fault.command(), fault.opcode(), fault.wwpn(), fault.fcpLun(), (int) number(value), fault.flags(),
                fault.qualifier(), fault.delayNanos(), fault.data(), fault.hits());
    }

    private static long number(JsonValue value) {
        if (!value.isString()) {
            return value.asLong();
        }
        String text = value.asString();
        return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16) : Long.parseLong(text);
    }
}
