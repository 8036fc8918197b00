package org.chancery.service.notification;

/** A mail was put into the outbox; once that is committed, the outbox is emptied without waiting for its timer. */
public record MailQueued() {}
