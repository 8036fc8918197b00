package org.chancery.model.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;

/** Users in memory. */
public class InMemoryUsers implements Users {

    private final List<User> users = new ArrayList<>();

    @Override
    public void add(User user) {
        users.add(user);
    }

    @Override
    public void remove(User user) {
        users.remove(user);
    }

    @Override
    public Optional<User> find(UUID id) {
        return users.stream().filter(u -> u.id().equals(id)).findFirst();
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return users.stream().filter(u -> u.email().equals(email)).findFirst();
    }

    @Override
    public List<User> of(UUID accountId) {
        return users.stream().filter(u -> u.accountId().equals(accountId)).toList();
    }
}
