package org.chancery.model.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;

/** Operators in memory. */
public class InMemoryOperators implements Operators {

    private final List<Operator> operators = new ArrayList<>();

    @Override
    public void add(Operator operator) {
        operators.add(operator);
    }

    @Override
    public void remove(Operator operator) {
        operators.remove(operator);
    }

    @Override
    public Optional<Operator> find(UUID id) {
        return operators.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Operator> findByEmail(EmailAddress email) {
        return operators.stream().filter(o -> o.email().equals(email)).findFirst();
    }

    @Override
    public Operator requireLocked(UUID id) {
        return require(id);
    }

    @Override
    public List<Operator> all() {
        return List.copyOf(operators);
    }

    @Override
    public List<Operator> allLocked() {
        return all();
    }
}
