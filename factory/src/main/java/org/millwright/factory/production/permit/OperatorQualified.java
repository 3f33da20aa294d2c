package org.millwright.factory.production.permit;

import java.util.Map;
import java.util.Optional;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Person;
import org.millwright.factory.production.Permit.Unmet;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/**
 * {@code operator-qualified}: somebody with the skill, who is at work now, does it or stays with it. A run that needs nobody
 * beside it needs nobody at work either. Simulated people keep the same hours.
 */
@Component
class OperatorQualified implements StartCondition {
    private final Factories factories;

    OperatorQualified(Factories factories) {
        this.factories = factories;
    }

    @Override
    public Optional<Unmet> check(StartQuestion question) {
        if (question.kind() == StepKind.RUN && !question.operation().attended()) {
            return Optional.empty();
        }
        Person person = question.person();
        String skill = question.operation().skill();
        if (person != null
                && person.factory().equals(question.operation().factory())
                && (skill.isEmpty() || person.skills().contains(skill))
                && isAtWork(person, question)) {
            return Optional.empty();
        }
        return Optional.of(new Unmet(
                "operator-qualified", Map.of("person", person == null ? "-" : person.name(), "skill", skill)));
    }

    private boolean isAtWork(Person person, StartQuestion question) {
        return AtWork.check(person, factories.getFactory(person.factory()).zone(), question.now());
    }
}
