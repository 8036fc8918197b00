package org.chancery.model.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sandbox's mailbox in memory. */
public class InMemorySandboxMails implements SandboxMails {

    private final List<SandboxMail> mails = new ArrayList<>();

    @Override
    public void addOnce(SandboxMail mail) {
        if (mails.stream().noneMatch(m -> m.id().equals(mail.id()))) {
            mails.add(mail);
        }
    }

    @Override
    public List<SandboxMail> latest(Optional<EmailAddress> to, int limit) {
        return mails.stream()
                .filter(m -> to.isEmpty() || m.mail().to().equals(to.get()))
                .sorted(Comparator.comparing(SandboxMail::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int delete(Optional<EmailAddress> to) {
        int before = mails.size();
        mails.removeIf(m -> to.isEmpty() || m.mail().to().equals(to.get()));
        return before - mails.size();
    }
}
