package org.millwright.factory.facility.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code facility.person}. */
@Repository
public class PersonStore {
    private final JdbcClient jdbc;

    public PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(PersonId id) {
        return jdbc.sql("select * from facility.person where id = :id")
                .param("id", id.value())
                .query(PersonStore::toPerson)
                .optional();
    }

    public List<Person> list(FactoryId factory) {
        return jdbc.sql("select * from facility.person where factory = :factory order by name, id")
                .param("factory", factory.value())
                .query(PersonStore::toPerson)
                .list();
    }

    public void insert(Person person) {
        jdbc.sql("""
                insert into facility.person (id, factory, name, role, skills, hours, simulated)
                values (:id, :factory, :name, :role, :skills, :hours, :simulated)""").params(params(person)).update();
    }

    public void update(Person person) {
        jdbc.sql("""
                update facility.person
                set name = :name, role = :role, skills = :skills, hours = :hours, simulated = :simulated
                where id = :id and factory = :factory""").params(params(person)).update();
    }

    private static Map<String, Object> params(Person person) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", person.id().value());
        params.put("factory", person.factory().value());
        params.put("name", person.name());
        params.put("role", person.role());
        params.put("skills", person.skills().stream().sorted().toArray(String[]::new));
        params.put("hours", person.hours().text());
        params.put("simulated", person.simulated());
        return params;
    }

    private static Person toPerson(ResultSet row, int rowNumber) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                new FactoryId(row.getObject("factory", UUID.class)),
                row.getString("name"),
                row.getString("role"),
                Set.of((String[]) row.getArray("skills").getArray()),
                new WeeklyHours(row.getString("hours")),
                row.getBoolean("simulated"));
    }
}
