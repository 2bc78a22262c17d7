extension WebhookNotifier: NotificationSending {}
