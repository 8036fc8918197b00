/** What runs by itself: the first data of a fresh server, and forgetting old codes and limits. */
@NullMarked
package org.chancery.service.account.job;

import org.jspecify.annotations.NullMarked;
