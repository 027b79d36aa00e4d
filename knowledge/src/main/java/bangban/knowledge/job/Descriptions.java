package bangban.knowledge.job;

import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.place.Grantee;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** What is said of a file and what came of it, as text in the database. */
final class Descriptions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Grantee.class, new GranteeWriter())
                    .addDeserializer(Grantee.class, new GranteeReader()))
            .build();

    private Descriptions() {}

    static String written(NewDocument description) {
        return JSON.writeValueAsString(description);
    }

    static NewDocument read(String written) {
        return JSON.readValue(written, NewDocument.class);
    }

    static String written(List<Object> arguments) {
        return JSON.writeValueAsString(arguments);
    }

    static List<Object> arguments(String written) {
        return JSON.readValue(written, new TypeReference<>() {});
    }

    static String written(ContentsCount contents) {
        return JSON.writeValueAsString(contents);
    }

    static ContentsCount contents(String written) {
        return JSON.readValue(written, ContentsCount.class);
    }

    private static final class GranteeWriter extends ValueSerializer<Grantee> {

        @Override
        public void serialize(Grantee grantee, JsonGenerator generator, SerializationContext context) {
            generator.writeString(grantee.written());
        }
    }

    private static final class GranteeReader extends ValueDeserializer<Grantee> {

        @Override
        public Grantee deserialize(JsonParser parser, DeserializationContext context) {
            return Grantee.read(parser.getString());
        }
    }
}
