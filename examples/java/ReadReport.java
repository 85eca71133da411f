// Reads reports in JSON, proves their spans, and prints their outline and their problems.
//
//     lawreport parse --offsets utf16 report.txt > report.json
//     java -cp 'JARS/*' ReadReport.java report.json
//
// JARS holds Jackson: jackson-core, jackson-annotations and jackson-databind, 2.14 or later.
//
// Java counts UTF-16 units: with --offsets utf16, text.substring(span.start(), span.end()) is the piece.

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

public final class ReadReport {
    // What this program reads of a report; docs/schema/report-1.schema.json has the rest.

    record Report(
            @JsonProperty("schema_version") String schemaVersion,
            @JsonProperty("offset_unit") String offsetUnit,
            String text,
            Header header,
            List<Section> sections,
            List<Item> problems) {}

    record Header(String title, Integer year) {}

    record Section(
            String id,
            int depth,
            Marker marker,
            Heading heading,
            List<String> roles,
            List<Paragraph> body,
            List<Section> children,
            Span span) {
        /** This section and all below it, in the order of the text. */
        Stream<Section> walk() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Section::walk));
        }

        /** The heading, or the first paragraph where there is none; both may be missing. */
        String opening() {
            return heading != null ? heading.text() : body.isEmpty() ? "" : body.get(0).text();
        }
    }

    record Marker(String text, String style, int ordinal, Integer suffix, boolean inferred, Span span) {}

    record Heading(String text, Span span, @JsonProperty("run_in") boolean runIn) {}

    record Paragraph(String text, Span span) {}

    record Item(String heading, String text, Span span, String basis, List<Item> items) {}

    record Span(int start, int end) {
        String of(String text) throws IOException {
            if (start < 0 || end < start || text.length() < end) {
                throw new IOException("the span " + start + "-" + end + " is outside the text");
            }
            return text.substring(start, end);
        }
    }

    /** Ignores fields that it does not know, as readers of the form must; refuses a report that lacks one. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final PrintStream OUT = utf8(FileDescriptor.out);
    private static final PrintStream ERR = utf8(FileDescriptor.err);

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** Compare the words of every piece, however deep, with the text at its span; return how many there are. */
    private static int proveSpans(JsonNode node, String text) throws IOException {
        int count = 0;
        if (node.has("text") && node.has("span")) {
            Span span = MAPPER.treeToValue(node.get("span"), Span.class);
            String piece = node.get("text").textValue();
            if (!span.of(text).equals(piece)) {
                throw new IOException("at " + span + " stands " + span.of(text) + ", not " + piece);
            }
            count = 1;
        }
        for (JsonNode part : node) {
            count += proveSpans(part, text);
        }
        return count;
    }

    private static void show(JsonNode json) throws IOException {
        Report report = MAPPER.treeToValue(json, Report.class);
        if (!report.schemaVersion().startsWith("1.")) {
            throw new IOException("schema version " + report.schemaVersion() + ", not 1");
        }
        if (!"utf16".equals(report.offsetUnit())) {
            throw new IOException(
                    "spans count " + report.offsetUnit() + " units; write the report with --offsets utf16");
        }
        var exact = proveSpans(json, report.text());
        String title = report.header().title() == null ? "(no title)" : report.header().title();
        Integer year = report.header().year();
        OUT.println(title + ", year " + (year == null ? "unknown" : year));
        OUT.println("spans: " + exact + " exact in UTF-16");
        OUT.println("sections:");
        report.sections().stream().flatMap(Section::walk).forEach(section -> {
            boolean named = section.depth() == 1 && !section.roles().isEmpty();
            String role = named ? " [" + String.join(", ", section.roles()) + "]" : "";
            // A section of the style unnumbered has a heading, and no marker.
            String marker = section.marker().text().isEmpty() ? "" : section.marker().text() + " ";
            OUT.println("  ".repeat(section.depth()) + marker + section.opening() + role);
        });
        OUT.println("problems:");
        for (Item item : report.problems()) {
            OUT.println("  " + item.span().start() + "-" + item.span().end() + " " + item.text());
        }
    }

    public static void main(String[] names) {
        int status = 0;
        for (String name : names) {
            try {
                show(MAPPER.readTree(Files.readAllBytes(Path.of(name))));
            } catch (JacksonException error) {
                ERR.println(name + ": no report: " + error.getOriginalMessage());
                status = 1;
            } catch (IOException error) {
                ERR.println(name + ": " + error.getMessage());
                status = 1;
            }
        }
        System.exit(status);
    }
}
